-- A source that does not say how a dependency is used overrules nobody who does.
ALTER TABLE slo.service_dependencies
  ALTER communication_mode DROP NOT NULL,
  ALTER criticality DROP NOT NULL,
  ALTER criticality DROP DEFAULT;

-- A dependency that is merely seen again gets a new time and nothing else: without an index on the time, and with room on
-- the page, no index has to be touched.
DROP INDEX slo.idx_deps_observed;
ALTER TABLE slo.service_dependencies SET (fillfactor = 80);

-- What counts of several sources is the domain's to say.
DROP VIEW slo.effective_dependencies;

-- Compressed outside of the database: a graph of 50,000 dependencies is half a megabyte, and nobody queries inside.
ALTER TABLE slo.graph_snapshots DROP COLUMN graph, ADD COLUMN content bytea NOT NULL;
ALTER TABLE slo.graph_snapshots ALTER content SET STORAGE EXTERNAL;

CREATE TABLE slo.current_graph (
  only_row    boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
  snapshot_id uuid        NOT NULL REFERENCES slo.graph_snapshots (id),
  changed_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE slo.graph_ingestions (
  id               uuid        PRIMARY KEY,
  delivery_key     varchar(255) UNIQUE CHECK (delivery_key <> ''),
  discovery_source slo.discovery_source NOT NULL,
  received_at      timestamptz NOT NULL,
  receipt          text        NOT NULL
);
COMMENT ON COLUMN slo.graph_ingestions.delivery_key IS 'The same for every delivery of one submission; NULL when it came once.';
CREATE INDEX idx_ingestions_received ON slo.graph_ingestions (received_at);

ALTER TABLE slo.circular_dependency_alerts
  ADD COLUMN members     jsonb   NOT NULL CHECK (jsonb_typeof(members) = 'array' AND jsonb_array_length(members) >= 2),
  ADD COLUMN is_present  boolean NOT NULL DEFAULT true,
  ADD COLUMN acknowledged_at timestamptz,
  ADD COLUMN resolved_by varchar(255);
COMMENT ON COLUMN slo.circular_dependency_alerts.is_present IS 'Whether the cycle is in the present graph.';

CREATE OR REPLACE FUNCTION slo.purge_graph_snapshots(before timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  purged bigint;
BEGIN
  PERFORM set_config('slo.snapshot_retention', 'on', true);
  DELETE FROM slo.graph_snapshots s
  WHERE s.created_at < before
    AND NOT EXISTS (SELECT FROM slo.current_graph c WHERE c.snapshot_id = s.id)
    AND NOT EXISTS (SELECT FROM slo.recommendation_sets r WHERE r.dependency_graph_snapshot_id = s.id)
    AND NOT EXISTS (SELECT FROM slo.slo_recommendations r WHERE r.dependency_graph_snapshot_id = s.id);
  GET DIAGNOSTICS purged = ROW_COUNT;
  PERFORM set_config('slo.snapshot_retention', '', true);
  RETURN purged;
END
$$;

GRANT SELECT, INSERT, UPDATE ON slo.current_graph TO slo_app;
GRANT SELECT, INSERT, DELETE ON slo.graph_ingestions TO slo_app;
