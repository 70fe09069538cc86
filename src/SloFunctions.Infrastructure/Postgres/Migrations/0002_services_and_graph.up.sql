CREATE TABLE slo.services (
  id              uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
  -- "C" collation: cursors page through service ids in byte order, the same on every server.
  service_id      varchar(255) COLLATE "C" NOT NULL UNIQUE CHECK (service_id <> ''),
  metadata        jsonb        NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(metadata) = 'object'),
  criticality     slo.service_criticality NOT NULL DEFAULT 'medium',
  team            varchar(255) CHECK (team <> ''),
  tier            smallint     CHECK (tier >= 0),
  service_type    slo.service_type NOT NULL DEFAULT 'internal',
  published_sla   numeric(9,6) CHECK (published_sla > 0 AND published_sla <= 100),
  discovered      boolean      NOT NULL DEFAULT false,
  telemetry_since timestamptz,
  created_at      timestamptz  NOT NULL DEFAULT now(),
  updated_at      timestamptz  NOT NULL DEFAULT now()
);
COMMENT ON COLUMN slo.services.published_sla IS 'Availability the provider promises, percent.';
COMMENT ON COLUMN slo.services.telemetry_since IS 'First hour with stored counts; NULL while the history is not filled yet.';
CREATE INDEX idx_services_team ON slo.services (team);

CREATE TABLE slo.service_dependencies (
  id                 uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  source_service_id  uuid        NOT NULL REFERENCES slo.services (id),
  target_service_id  uuid        NOT NULL REFERENCES slo.services (id),
  communication_mode slo.communication_mode NOT NULL,
  criticality        slo.dependency_criticality NOT NULL DEFAULT 'hard',
  protocol           varchar(50),
  timeout_ms         integer     CHECK (timeout_ms >= 0),
  retry_config       jsonb       CHECK (jsonb_typeof(retry_config) = 'object'),
  metadata           jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(metadata) = 'object'),
  redundancy_group   varchar(255) CHECK (redundancy_group <> ''),
  discovery_source   slo.discovery_source NOT NULL,
  confidence_score   double precision NOT NULL DEFAULT 1.0 CHECK (confidence_score BETWEEN 0 AND 1),
  call_count         bigint      CHECK (call_count >= 0),
  first_observed_at  timestamptz NOT NULL DEFAULT now(),
  last_observed_at   timestamptz NOT NULL DEFAULT now(),
  is_stale           boolean     NOT NULL DEFAULT false,
  created_at         timestamptz NOT NULL DEFAULT now(),
  updated_at         timestamptz NOT NULL DEFAULT now(),
  UNIQUE (source_service_id, target_service_id, discovery_source),
  CONSTRAINT service_dependencies_no_self_edge CHECK (source_service_id <> target_service_id)
);
CREATE INDEX idx_deps_source ON slo.service_dependencies (source_service_id) WHERE NOT is_stale;
CREATE INDEX idx_deps_target ON slo.service_dependencies (target_service_id) WHERE NOT is_stale;
CREATE INDEX idx_deps_observed ON slo.service_dependencies (last_observed_at) WHERE NOT is_stale;

CREATE TABLE slo.graph_snapshots (
  id           uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  content_hash bytea       NOT NULL UNIQUE CHECK (octet_length(content_hash) BETWEEN 16 AND 64),
  node_count   integer     NOT NULL CHECK (node_count >= 0),
  edge_count   integer     NOT NULL CHECK (edge_count >= 0),
  graph        jsonb       NOT NULL CHECK (jsonb_typeof(graph) = 'object'),
  created_at   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN slo.graph_snapshots.content_hash IS 'Hash of the effective graph; a graph that returns to an earlier state finds its old row.';

CREATE FUNCTION slo.refuse_snapshot_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- The retention function sets this for its own duration; nobody else holds the DELETE privilege.
  IF TG_OP = 'DELETE' AND current_setting('slo.snapshot_retention', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '%.% is immutable: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;
REVOKE ALL ON FUNCTION slo.refuse_snapshot_change() FROM PUBLIC;

CREATE TRIGGER graph_snapshots_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON slo.graph_snapshots
  FOR EACH STATEMENT EXECUTE FUNCTION slo.refuse_snapshot_change();
ALTER TABLE slo.graph_snapshots ENABLE ALWAYS TRIGGER graph_snapshots_immutable;

CREATE TABLE slo.circular_dependency_alerts (
  id               uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  -- Bounded because an index entry is: the key of a large cycle has to be a digest of its members, not their list.
  cycle_key        text        NOT NULL UNIQUE CHECK (octet_length(cycle_key) BETWEEN 1 AND 255),
  cycle_path       jsonb       NOT NULL CHECK (jsonb_typeof(cycle_path) = 'array' AND jsonb_array_length(cycle_path) >= 2),
  detected_at      timestamptz NOT NULL DEFAULT now(),
  status           slo.cycle_status NOT NULL DEFAULT 'open',
  acknowledged_by  varchar(255),
  resolution_notes text,
  resolved_at      timestamptz,
  CHECK ((status = 'resolved') = (resolved_at IS NOT NULL)),
  CHECK (status <> 'acknowledged' OR acknowledged_by IS NOT NULL)
);
CREATE INDEX idx_cycles_status_time ON slo.circular_dependency_alerts (status, detected_at DESC);

GRANT SELECT, INSERT, UPDATE ON slo.services, slo.service_dependencies, slo.circular_dependency_alerts TO slo_app;
GRANT SELECT, INSERT ON slo.graph_snapshots TO slo_app;
