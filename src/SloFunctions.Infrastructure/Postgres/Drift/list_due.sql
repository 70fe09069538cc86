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
-- What the sweep itself has looked at stays in its part, so that a part that is repeated is the same.
WHERE (s.criticality = 'critical') = $3
  AND ($3 OR p.evaluated_at IS NULL OR p.evaluated_at <= $1 OR p.evaluated_at = $2)
  -- The sweep's time in the hash divides services anew each time, so that nobody is always in the last part.
  AND (uuid_hash_extended(s.id, extract(epoch FROM $2)::bigint) & 2147483647) % $5 = $4
ORDER BY p.evaluated_at NULLS FIRST, s.id
