-- Sums of the hours of one UTC day, so that a window of 90 days is read from 90 rows a service and not from 2,160. Hours of
-- different bucket layouts are summed apart, since adding different layouts gives finite and wrong quantiles.
CREATE TABLE slo.sli_daily_counts (
  service_id        uuid        NOT NULL REFERENCES slo.services (id),
  day               timestamptz NOT NULL CHECK (date_bin('1 day', day, timestamptz '2000-01-01 00:00:00+00') = day),
  latency_layout_id integer     REFERENCES slo.latency_bucket_layouts (id),
  hours             smallint    NOT NULL CHECK (hours BETWEEN 1 AND 24),
  good              bigint      NOT NULL,
  total             bigint      NOT NULL,
  latency_through   timestamptz CHECK (latency_through >= day AND latency_through < day + interval '24 hours'),
  latency_counts    bigint[]    CHECK (array_ndims(latency_counts) = 1 AND slo.is_cumulative(latency_counts)),
  CONSTRAINT sli_daily_counts_key UNIQUE NULLS NOT DISTINCT (service_id, day, latency_layout_id),
  CONSTRAINT sli_daily_counts_good_within_total CHECK (good >= 0 AND good <= total),
  CONSTRAINT sli_daily_counts_latency_complete CHECK ((latency_layout_id IS NULL) = (latency_counts IS NULL)),
  CONSTRAINT sli_daily_counts_latency_through CHECK (latency_through IS NULL OR latency_layout_id IS NOT NULL)
) PARTITION BY RANGE (day);
COMMENT ON TABLE slo.sli_daily_counts IS 'Derived from sli_hourly_counts in the transaction that writes those; one row a service, UTC day and bucket layout.';
COMMENT ON COLUMN slo.sli_daily_counts.hours IS 'Hours measured.';
COMMENT ON COLUMN slo.sli_daily_counts.latency_through IS 'The last hour with a request in its histogram; NULL without any.';
CREATE INDEX idx_daily_day ON slo.sli_daily_counts (day);

CREATE OR REPLACE FUNCTION slo.partitioned_by_month() RETURNS TABLE (parent text, is_hourly boolean)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  -- The hourly counts outlive the hourly aggregates: a lookback of a year is a sum of counts.
  VALUES ('sli_hourly_counts', false), ('sli_daily_counts', false), ('sli_aggregates_1h', true), ('sli_aggregates_1d', false),
    ('sli_aggregates_7d', false), ('sli_aggregates_28d', false), ('sli_aggregates_90d', false)
$$;

SELECT slo.ensure_partitions(min(hour), max(hour)) FROM slo.sli_hourly_counts HAVING count(*) > 0;
INSERT INTO slo.sli_daily_counts (service_id, day, latency_layout_id, hours, good, total, latency_through, latency_counts)
SELECT d.service_id, d.day, d.latency_layout_id, d.hours, d.good, d.total, d.latency_through, b.counts
FROM (
  SELECT service_id, date_trunc('day', hour, 'UTC') AS day, latency_layout_id, count(*) AS hours, sum(good) AS good, sum(total) AS total,
    max(hour) FILTER (WHERE latency_counts[cardinality(latency_counts)] > 0) AS latency_through
  FROM slo.sli_hourly_counts
  WHERE defects & 1 = 0
  GROUP BY 1, 2, 3) d
  LEFT JOIN (
    SELECT service_id, day, latency_layout_id, array_agg(count ORDER BY position) AS counts
    FROM (
      SELECT c.service_id, date_trunc('day', c.hour, 'UTC') AS day, c.latency_layout_id, u.position, sum(u.count)::bigint AS count
      FROM slo.sli_hourly_counts c, unnest(c.latency_counts) WITH ORDINALITY u (count, position)
      WHERE c.defects & 1 = 0
      GROUP BY 1, 2, 3, 4) bucket
    GROUP BY 1, 2, 3) b ON (b.service_id, b.day, b.latency_layout_id) = (d.service_id, d.day, d.latency_layout_id);

-- Hours that were missing between measured ones and have been asked for again: nobody asks a third time.
CREATE TABLE slo.sli_gap_checks (
  hour       timestamptz NOT NULL CHECK (date_bin('1 hour', hour, timestamptz '2000-01-01 00:00:00+00') = hour),
  service_id uuid        NOT NULL REFERENCES slo.services (id),
  checked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (hour, service_id)
);

ALTER TABLE slo.aggregation_progress
  ADD COLUMN aggregated_through timestamptz,
  ADD COLUMN maintained_at      timestamptz;
COMMENT ON COLUMN slo.aggregation_progress.aggregated_through IS 'End of the windows whose aggregates are stored; NULL before the first.';
COMMENT ON COLUMN slo.aggregation_progress.maintained_at IS 'When expired data was last removed.';

GRANT SELECT, INSERT, DELETE ON slo.sli_daily_counts, slo.sli_gap_checks TO slo_app;
