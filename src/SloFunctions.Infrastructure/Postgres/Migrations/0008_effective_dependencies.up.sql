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
