-- What the 28 days up to $1 show, beside what they showed when a set was generated.
WITH compared AS (
  SELECT r.id, now_is.sli_type, now_is.value AS present, basis.value AS basis,
    coalesce(
      slo.availability_target,
      (SELECT (i.tiers -> 'balanced' ->> 'target')::numeric FROM slo_recommendations i WHERE i.recommendation_id = r.id AND i.sli_type = 'availability')
    ) AS target
  FROM recommendation_sets r
    JOIN sli_aggregates now_is
      ON now_is.service_id = r.service_id AND now_is."window" = '28d' AND now_is.computed_at = $1
      AND now_is.sli_type IN ('availability', 'latency_p99')
    CROSS JOIN LATERAL (
      SELECT a.value
      FROM sli_aggregates a
      WHERE a.service_id = r.service_id AND a.sli_type = now_is.sli_type AND a."window" = '28d' AND a.computed_at <= r.generated_at
      ORDER BY a.computed_at DESC
      LIMIT 1) basis
    LEFT JOIN active_slos slo ON slo.service_id = r.service_id
  WHERE r.status = 'active' AND NOT r.is_stale AND r.generated_at < $1
),
changed AS (
  UPDATE recommendation_sets r SET is_stale = true
  WHERE r.status = 'active' AND NOT r.is_stale AND r.id IN (
    SELECT id
    FROM compared
    WHERE CASE sli_type
      -- Targets are percentages: by more than a twentieth of the error budget.
      WHEN 'availability' THEN abs(present - basis) * 100 > 0.05 * (100 - target)
      ELSE abs(present - basis) > 0.05 * basis
    END)
  RETURNING r.id
),
told AS (
  UPDATE cache_version SET recommendations = recommendations + 1 WHERE EXISTS (SELECT FROM changed)
)
SELECT count(*) FROM changed
