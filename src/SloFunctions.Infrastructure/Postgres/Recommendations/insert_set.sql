INSERT INTO recommendation_sets
  (id, service_id, lookback_days, method, document, generated_at, expires_at, dependency_graph_snapshot_id, is_stale, evidence, fleet_evidence_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
