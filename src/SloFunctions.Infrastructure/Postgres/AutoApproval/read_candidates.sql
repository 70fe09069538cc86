SELECT s.service_id, r.id, i.id, i.sli_type, r.generated_at,
  r.status = 'active' AND i.status = 'active' AND NOT r.is_stale AND r.expires_at > $2,
  i.is_cold_start, i.confidence, i.is_low_confidence, i.composite_bound, i.data_completeness,
  (t.tier ->> 'target')::double precision, (t.tier ->> 'target_ms')::double precision, t.tier ->> 'percentile',
  (t.tier ->> 'estimated_breach_probability')::double precision, (t.tier ->> 'exceeds_composite_bound')::boolean
FROM recommendation_sets r
  JOIN slo_recommendations i ON i.recommendation_id = r.id
  JOIN services s ON s.id = r.service_id
  CROSS JOIN LATERAL (SELECT i.tiers -> $3::text AS tier) t
WHERE r.generated_at >= $1 AND r.generated_at < $2 AND r.method = $4 AND r.lookback_days = $5
  AND ($6::text IS NULL OR r.service_id = (SELECT one.id FROM services one WHERE one.service_id = $6))
ORDER BY r.generated_at, r.id, i.sli_type
