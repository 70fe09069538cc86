ALTER TABLE slo.circular_dependency_alerts
  DROP COLUMN members,
  DROP COLUMN is_present,
  DROP COLUMN acknowledged_at,
  DROP COLUMN resolved_by;

DROP TABLE slo.graph_ingestions;
DROP TABLE slo.current_graph;

-- The column cannot be filled again, and the schema before never wrote a snapshot.
UPDATE slo.recommendation_sets SET dependency_graph_snapshot_id = NULL WHERE dependency_graph_snapshot_id IS NOT NULL;
UPDATE slo.slo_recommendations SET dependency_graph_snapshot_id = NULL WHERE dependency_graph_snapshot_id IS NOT NULL;
SELECT set_config('slo.snapshot_retention', 'on', true);
DELETE FROM slo.graph_snapshots;
SELECT set_config('slo.snapshot_retention', '', true);
ALTER TABLE slo.graph_snapshots
  DROP COLUMN content,
  ADD COLUMN graph jsonb NOT NULL CHECK (jsonb_typeof(graph) = 'object');

CREATE OR REPLACE FUNCTION slo.purge_graph_snapshots(before timestamptz) RETURNS bigint
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

UPDATE slo.service_dependencies SET communication_mode = 'sync' WHERE communication_mode IS NULL;
UPDATE slo.service_dependencies SET criticality = 'hard' WHERE criticality IS NULL;
ALTER TABLE slo.service_dependencies
  ALTER communication_mode SET NOT NULL,
  ALTER criticality SET DEFAULT 'hard',
  ALTER criticality SET NOT NULL;
ALTER TABLE slo.service_dependencies RESET (fillfactor);
CREATE INDEX idx_deps_observed ON slo.service_dependencies (last_observed_at) WHERE NOT is_stale;

-- Where several sources describe one dependency, the most trusted one that has seen it lately is shown and computed with.
CREATE VIEW slo.effective_dependencies WITH (security_invoker = true) AS
SELECT DISTINCT ON (source_service_id, target_service_id)
  source_service_id, target_service_id, communication_mode, criticality, protocol, timeout_ms, retry_config,
  redundancy_group, discovery_source, confidence_score, last_observed_at
FROM slo.service_dependencies
WHERE NOT is_stale
ORDER BY source_service_id, target_service_id,
  array_position(ARRAY['manual', 'service_mesh', 'otel_service_graph', 'kubernetes'], discovery_source::text);

GRANT SELECT ON slo.effective_dependencies TO slo_app;
