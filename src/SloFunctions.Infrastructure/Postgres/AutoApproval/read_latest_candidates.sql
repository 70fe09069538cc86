-- The items of the latest set before $1.
SELECT s.service_id, r.id, i.id, i.sli_type, r.generated_at,
  r.status = 'active' AND i.status = 'active' AND NOT r.is_stale AND r.expires_at > $1,
  i.is_cold_start, i.confidence, i.is_low_confidence, i.composite_bound, i.data_completeness,
  (t.tier ->> 'target')::double precision, (t.tier ->> 'target_ms')::double precision, t.tier ->> 'percentile',
  (t.tier ->> 'estimated_breach_probability')::double precision, (t.tier ->> 'exceeds_composite_bound')::boolean
FROM services s
  JOIN LATERAL (
    SELECT l.id, l.generated_at, l.status, l.is_stale, l.expires_at
    FROM recommendation_sets l
    WHERE l.service_id = s.id AND l.generated_at < $1 AND l.method = $3 AND l.lookback_days = $4
    ORDER BY l.generated_at DESC
    LIMIT 1) r ON true
  JOIN slo_recommendations i ON i.recommendation_id = r.id
  CROSS JOIN LATERAL (SELECT i.tiers -> $2::text AS tier) t
WHERE s.service_id = $5
ORDER BY i.sli_type
