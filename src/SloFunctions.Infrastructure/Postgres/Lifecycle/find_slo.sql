SELECT s.team, a.id, a.version, a.availability_target, a.latency_p95_target_ms, a.latency_p99_target_ms, a.latency_percentile, a.latency_threshold_ms,
  a.source, a.recommendation_id, a.recommendation_set_id, a.selected_tier, a.activated_at, a.activated_by
FROM services s
  LEFT JOIN active_slos a ON a.service_id = s.id
WHERE s.service_id = $1
