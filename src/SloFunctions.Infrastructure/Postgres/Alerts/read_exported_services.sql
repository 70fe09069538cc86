-- $1 the only service, $2 whose services, $3 since when histograms count as those that services have.
SELECT s.service_id, s.team, s.criticality,
  a.id, a.version, a.availability_target, a.latency_p95_target_ms, a.latency_p99_target_ms, a.latency_percentile, a.latency_threshold_ms,
  a.source, a.recommendation_id, a.recommendation_set_id, a.selected_tier, a.activated_at, a.activated_by,
  l.bounds
FROM services s
  LEFT JOIN active_slos a ON a.service_id = s.id
  -- A few rows of the newest days for each service, and none where no duration is promised.
  LEFT JOIN LATERAL (
    SELECT d.latency_layout_id
    FROM sli_daily_counts d
    WHERE num_nonnulls(a.latency_p95_target_ms, a.latency_p99_target_ms, a.latency_threshold_ms) > 0
      AND d.service_id = s.id AND d.day >= $3 AND d.latency_layout_id IS NOT NULL
    ORDER BY d.day DESC, d.latency_through DESC NULLS LAST
    LIMIT 1) recent ON true
  LEFT JOIN latency_bucket_layouts l ON l.id = recent.latency_layout_id
WHERE ($1::text IS NULL OR s.service_id = $1) AND ($2::text IS NULL OR s.team = $2)
  AND (a.id IS NOT NULL OR $1 IS NOT NULL OR $2 IS NOT NULL)
