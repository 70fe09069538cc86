-- Bits, as numbered in the application; what was wrong with an hour is left out of its counts and told to readers.
ALTER TABLE slo.sli_hourly_counts ADD COLUMN defects integer NOT NULL DEFAULT 0 CHECK (defects >= 0);
COMMENT ON COLUMN slo.sli_hourly_counts.defects IS
  'What was wrong with the series: 1 requests not a number (the hour is a gap, its counts are 0), 2 latency not a number, 4 no +Inf bucket, 8 buckets not monotonic, 16 mixed bucket layouts, 32 more durations than requests, 64 too many buckets.';
ALTER TABLE slo.sli_hourly_counts ADD CONSTRAINT sli_hourly_counts_unknown_is_empty
  CHECK ((defects & 1) = 0 OR (total = 0 AND latency_layout_id IS NULL));
