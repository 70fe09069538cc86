ALTER TABLE slo.aggregation_progress DROP COLUMN aggregated_through, DROP COLUMN maintained_at;
DROP TABLE slo.sli_gap_checks;
CREATE OR REPLACE FUNCTION slo.partitioned_by_month() RETURNS TABLE (parent text, is_hourly boolean)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  -- The hourly counts outlive the hourly aggregates: a lookback of a year is a sum of counts.
  VALUES ('sli_hourly_counts', false), ('sli_aggregates_1h', true), ('sli_aggregates_1d', false),
    ('sli_aggregates_7d', false), ('sli_aggregates_28d', false), ('sli_aggregates_90d', false)
$$;
DROP TABLE slo.sli_daily_counts;
