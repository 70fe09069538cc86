-- SLOs that people chose, each with its active recommendation ($1 method, $2 days) and the one to try from $3 on: the latest
-- before that, or else the oldest.
SELECT s.service_id, s.team, s.criticality, a.source, a.availability_target,
  now_is.id, now_is.generated_at, now_tiers.tiers::text, tried.id, tried.generated_at, tried_tiers.tiers::text
FROM active_slos a
  JOIN services s ON s.id = a.service_id
  LEFT JOIN LATERAL (
    SELECT r.id, r.generated_at FROM recommendation_sets r
    WHERE r.service_id = a.service_id AND r.method = $1 AND r.lookback_days = $2
    ORDER BY r.generated_at DESC LIMIT 1) now_is ON true
  LEFT JOIN slo_recommendations now_tiers ON now_tiers.recommendation_id = now_is.id AND now_tiers.sli_type = 'availability'
  LEFT JOIN LATERAL (
    SELECT v.id, v.generated_at
    FROM (
      (SELECT 1 AS rank, r.id, r.generated_at FROM recommendation_sets r
       WHERE r.service_id = a.service_id AND r.method = $1 AND r.lookback_days = $2 AND r.generated_at <= $3
       ORDER BY r.generated_at DESC LIMIT 1)
      UNION ALL
      (SELECT 2, r.id, r.generated_at FROM recommendation_sets r
       WHERE r.service_id = a.service_id AND r.method = $1 AND r.lookback_days = $2 AND r.generated_at > $3
       ORDER BY r.generated_at LIMIT 1)) v
    ORDER BY v.rank
    LIMIT 1) tried ON true
  LEFT JOIN slo_recommendations tried_tiers ON tried_tiers.recommendation_id = tried.id AND tried_tiers.sli_type = 'availability'
WHERE a.availability_target IS NOT NULL AND a.source IN ('manual', 'recommendation_modified')
ORDER BY s.service_id
