INSERT INTO active_slos
  (id, service_id, version, availability_target, latency_p95_target_ms, latency_p99_target_ms, latency_percentile, latency_threshold_ms,
   source, recommendation_id, recommendation_set_id, selected_tier, activated_at, activated_by, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $13, $13)
ON CONFLICT (service_id) DO UPDATE SET
  version = excluded.version, availability_target = excluded.availability_target,
  latency_p95_target_ms = excluded.latency_p95_target_ms, latency_p99_target_ms = excluded.latency_p99_target_ms,
  latency_percentile = excluded.latency_percentile, latency_threshold_ms = excluded.latency_threshold_ms,
  source = excluded.source, recommendation_id = excluded.recommendation_id, recommendation_set_id = excluded.recommendation_set_id,
  selected_tier = excluded.selected_tier, activated_at = excluded.activated_at, activated_by = excluded.activated_by, updated_at = excluded.updated_at
