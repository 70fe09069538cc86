DROP FUNCTION slo.drop_expired_partitions(timestamptz, timestamptz);
DROP FUNCTION slo.ensure_partitions(timestamptz, timestamptz);
DROP FUNCTION slo.partitioned_by_month();
