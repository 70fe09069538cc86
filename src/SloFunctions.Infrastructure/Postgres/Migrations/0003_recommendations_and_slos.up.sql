-- One answer of the engine for a service: the items below, and the answer as it was rendered, byte for byte.
CREATE TABLE slo.recommendation_sets (
  id            uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  service_id    uuid        NOT NULL REFERENCES slo.services (id),
  lookback_days integer     NOT NULL CHECK (lookback_days BETWEEN 7 AND 365),
  method        text        NOT NULL CHECK (length(method) BETWEEN 1 AND 64),
  document      text        NOT NULL,
  dependency_graph_snapshot_id uuid REFERENCES slo.graph_snapshots (id),
  generated_at  timestamptz NOT NULL DEFAULT now(),
  expires_at    timestamptz NOT NULL,
  is_stale      boolean     NOT NULL DEFAULT false,
  status        slo.recommendation_status NOT NULL DEFAULT 'active',
  CHECK (expires_at > generated_at)
);
CREATE UNIQUE INDEX recommendation_sets_one_active
  ON slo.recommendation_sets (service_id, lookback_days, method) WHERE status = 'active';
CREATE INDEX idx_sets_service_time ON slo.recommendation_sets (service_id, generated_at DESC);
CREATE INDEX idx_sets_closed ON slo.recommendation_sets (generated_at) WHERE status <> 'active';
CREATE INDEX idx_sets_snapshot ON slo.recommendation_sets (dependency_graph_snapshot_id);

CREATE TABLE slo.slo_recommendations (
  id                    uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  recommendation_id     uuid        NOT NULL REFERENCES slo.recommendation_sets (id) ON DELETE CASCADE,
  service_id            uuid        NOT NULL REFERENCES slo.services (id),
  sli_type              slo.sli_type NOT NULL,
  tiers                 jsonb       NOT NULL CHECK (jsonb_typeof(tiers) = 'object'),
  explanation           jsonb       NOT NULL CHECK (jsonb_typeof(explanation) = 'object'),
  data_quality          jsonb       NOT NULL CHECK (jsonb_typeof(data_quality) = 'object'),
  lookback_window_start timestamptz,
  lookback_window_end   timestamptz,
  dependency_graph_snapshot_id uuid REFERENCES slo.graph_snapshots (id),
  generated_at          timestamptz NOT NULL DEFAULT now(),
  expires_at            timestamptz NOT NULL,
  status                slo.recommendation_status NOT NULL DEFAULT 'active',
  UNIQUE (recommendation_id, sli_type),
  CHECK (expires_at > generated_at),
  CHECK (lookback_window_end > lookback_window_start)
);
CREATE INDEX idx_recs_service_active ON slo.slo_recommendations (service_id, status) WHERE status = 'active';
CREATE INDEX idx_recs_snapshot ON slo.slo_recommendations (dependency_graph_snapshot_id);

CREATE TABLE slo.active_slos (
  id                    uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
  service_id            uuid         NOT NULL UNIQUE REFERENCES slo.services (id),
  availability_target   numeric(9,6) CHECK (availability_target > 0 AND availability_target < 100),
  latency_p95_target_ms integer      CHECK (latency_p95_target_ms > 0),
  latency_p99_target_ms integer      CHECK (latency_p99_target_ms > 0),
  latency_percentile    numeric(5,2) CHECK (latency_percentile > 0 AND latency_percentile < 100),
  latency_threshold_ms  integer      CHECK (latency_threshold_ms > 0),
  source                slo.slo_source NOT NULL,
  -- The item; the set is kept beside it, because accepting a set takes both its items.
  recommendation_id     uuid         REFERENCES slo.slo_recommendations (id),
  recommendation_set_id uuid         REFERENCES slo.recommendation_sets (id),
  activated_at          timestamptz  NOT NULL,
  activated_by          varchar(255) NOT NULL CHECK (activated_by <> ''),
  created_at            timestamptz  NOT NULL DEFAULT now(),
  updated_at            timestamptz  NOT NULL DEFAULT now(),
  CHECK ((latency_percentile IS NULL) = (latency_threshold_ms IS NULL)),
  CONSTRAINT active_slos_has_an_objective CHECK (
    num_nonnulls(availability_target, latency_threshold_ms, latency_p95_target_ms, latency_p99_target_ms) > 0)
);
CREATE INDEX idx_active_slos_recommendation ON slo.active_slos (recommendation_id);
CREATE INDEX idx_active_slos_set ON slo.active_slos (recommendation_set_id);

-- One row; instances poll it and drop what they cached when a number has grown.
CREATE TABLE slo.cache_version (
  only_row        boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  graph           bigint  NOT NULL DEFAULT 0 CHECK (graph >= 0),
  recommendations bigint  NOT NULL DEFAULT 0 CHECK (recommendations >= 0)
);
INSERT INTO slo.cache_version DEFAULT VALUES;

CREATE FUNCTION slo.purge_graph_snapshots(before timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  purged bigint;
BEGIN
  PERFORM set_config('slo.snapshot_retention', 'on', true);
  DELETE FROM slo.graph_snapshots s
  WHERE s.created_at < before
    AND NOT EXISTS (SELECT FROM slo.recommendation_sets r WHERE r.dependency_graph_snapshot_id = s.id)
    AND NOT EXISTS (SELECT FROM slo.slo_recommendations r WHERE r.dependency_graph_snapshot_id = s.id);
  GET DIAGNOSTICS purged = ROW_COUNT;
  PERFORM set_config('slo.snapshot_retention', '', true);
  RETURN purged;
END
$$;
COMMENT ON FUNCTION slo.purge_graph_snapshots IS 'Deletes snapshots made before the given time that no recommendation refers to; returns how many.';
REVOKE ALL ON FUNCTION slo.purge_graph_snapshots(timestamptz) FROM PUBLIC;

GRANT SELECT, INSERT, UPDATE, DELETE ON slo.recommendation_sets TO slo_app;
GRANT SELECT, INSERT, UPDATE ON slo.slo_recommendations, slo.active_slos TO slo_app;
GRANT SELECT, UPDATE ON slo.cache_version TO slo_app;
GRANT EXECUTE ON FUNCTION slo.purge_graph_snapshots(timestamptz) TO slo_app;
