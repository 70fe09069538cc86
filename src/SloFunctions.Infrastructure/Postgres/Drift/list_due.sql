SELECT s.service_id, (coalesce(a.availability_target, r.target) / 100)::double precision
FROM services s
  LEFT JOIN drift_progress p ON p.service_id = s.id
  LEFT JOIN active_slos a ON a.service_id = s.id
  LEFT JOIN LATERAL (
    SELECT (i.tiers -> 'balanced' ->> 'target')::numeric AS target
    FROM slo_recommendations i
    WHERE i.service_id = s.id AND i.sli_type = 'availability' AND i.status = 'active'
    ORDER BY i.generated_at DESC
    LIMIT 1) r ON a.availability_target IS NULL
WHERE s.criticality = 'critical' OR p.evaluated_at IS NULL OR p.evaluated_at <= $1
-- Where time is short, critical services come first and nobody is always last.
ORDER BY s.criticality = 'critical' DESC, p.evaluated_at NULLS FIRST, s.id
