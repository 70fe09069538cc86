DROP TABLE slo.aggregation_progress;
DROP TABLE slo.sli_aggregates;
DROP TABLE slo.sli_hourly_counts;
DROP TABLE slo.latency_bucket_layouts;
DROP FUNCTION slo.is_cumulative(bigint[]);
DROP FUNCTION slo.is_ascending(double precision[]);
