CREATE FUNCTION slo.is_ascending(bounds double precision[]) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  previous double precision := '-Infinity';
  bound double precision;
BEGIN
  FOREACH bound IN ARRAY bounds LOOP
    -- NaN sorts above infinity here, so the second test refuses both.
    IF bound IS NULL OR bound <= previous OR bound >= 'Infinity' THEN
      RETURN false;
    END IF;
    previous := bound;
  END LOOP;
  RETURN true;
END
$$;

CREATE FUNCTION slo.is_cumulative(counts bigint[]) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  previous bigint := 0;
  count bigint;
BEGIN
  FOREACH count IN ARRAY counts LOOP
    IF count IS NULL OR count < previous THEN
      RETURN false;
    END IF;
    previous := count;
  END LOOP;
  RETURN true;
END
$$;
REVOKE ALL ON FUNCTION slo.is_ascending(double precision[]), slo.is_cumulative(bigint[]) FROM PUBLIC;

CREATE TABLE slo.latency_bucket_layouts (
  id     integer            GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  bounds double precision[] NOT NULL UNIQUE
    CHECK (array_ndims(bounds) = 1 AND cardinality(bounds) BETWEEN 1 AND 200 AND slo.is_ascending(bounds))
);
COMMENT ON COLUMN slo.latency_bucket_layouts.bounds IS 'Upper bounds of the histogram buckets, in the unit of the metric; +Inf is implied.';

-- The integers every window is summed from. "hour" is the start of the hour.
CREATE TABLE slo.sli_hourly_counts (
  service_id        uuid        NOT NULL REFERENCES slo.services (id),
  hour              timestamptz NOT NULL CHECK (date_bin('1 hour', hour, timestamptz '2000-01-01 00:00:00+00') = hour),
  good              bigint      NOT NULL,
  total             bigint      NOT NULL,
  latency_layout_id integer     REFERENCES slo.latency_bucket_layouts (id),
  latency_counts    bigint[]    CHECK (array_ndims(latency_counts) = 1 AND slo.is_cumulative(latency_counts)),
  throttled_seconds double precision CHECK (throttled_seconds >= 0 AND throttled_seconds < 'Infinity'),
  PRIMARY KEY (service_id, hour),
  CONSTRAINT sli_hourly_counts_good_within_total CHECK (good >= 0 AND good <= total),
  CONSTRAINT sli_hourly_counts_latency_complete CHECK ((latency_layout_id IS NULL) = (latency_counts IS NULL))
) PARTITION BY RANGE (hour);
COMMENT ON COLUMN slo.sli_hourly_counts.latency_counts IS 'Cumulative counts per bound of the layout, then the +Inf count.';
CREATE INDEX idx_hourly_hour ON slo.sli_hourly_counts (hour);

-- Rows that expire together share a partition: windows are kept for different times, so the window divides first.
CREATE TABLE slo.sli_aggregates (
  id           uuid        NOT NULL DEFAULT gen_random_uuid(),
  service_id   uuid        NOT NULL REFERENCES slo.services (id),
  sli_type     slo.aggregate_type NOT NULL,
  "window"     slo.aggregate_window NOT NULL,
  value        numeric     NOT NULL CHECK (value >= 0 AND value < 'Infinity'),
  sample_count bigint      NOT NULL CHECK (sample_count >= 0),
  computed_at  timestamptz NOT NULL,
  CONSTRAINT sli_aggregates_ratio CHECK (sli_type NOT IN ('availability', 'error_rate') OR value <= 1)
) PARTITION BY LIST ("window");
COMMENT ON COLUMN slo.sli_aggregates.value IS 'Ratio 0-1 (availability, error_rate), milliseconds (latency_*) or requests per second (request_rate).';
-- The lookup index is also the key that upserts conflict on: on a table of a billion rows a second one, or an index on
-- "id" that nobody reads, would cost more than the data.
CREATE UNIQUE INDEX idx_sli_lookup ON slo.sli_aggregates (service_id, sli_type, "window", computed_at DESC);

CREATE TABLE slo.sli_aggregates_1h PARTITION OF slo.sli_aggregates FOR VALUES IN ('1h') PARTITION BY RANGE (computed_at);
CREATE TABLE slo.sli_aggregates_1d PARTITION OF slo.sli_aggregates FOR VALUES IN ('1d') PARTITION BY RANGE (computed_at);
CREATE TABLE slo.sli_aggregates_7d PARTITION OF slo.sli_aggregates FOR VALUES IN ('7d') PARTITION BY RANGE (computed_at);
CREATE TABLE slo.sli_aggregates_28d PARTITION OF slo.sli_aggregates FOR VALUES IN ('28d') PARTITION BY RANGE (computed_at);
CREATE TABLE slo.sli_aggregates_90d PARTITION OF slo.sli_aggregates FOR VALUES IN ('90d') PARTITION BY RANGE (computed_at);

CREATE TABLE slo.aggregation_progress (
  only_row   boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
  through    timestamptz,
  updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN slo.aggregation_progress.through IS 'End of the last hour that is stored completely; NULL before the first run.';
INSERT INTO slo.aggregation_progress DEFAULT VALUES;

GRANT SELECT, INSERT ON slo.latency_bucket_layouts TO slo_app;
GRANT SELECT, INSERT, UPDATE ON slo.sli_hourly_counts, slo.sli_aggregates TO slo_app;
GRANT SELECT, UPDATE ON slo.aggregation_progress TO slo_app;
GRANT EXECUTE ON FUNCTION slo.is_ascending(double precision[]), slo.is_cumulative(bigint[]) TO slo_app;
