-- Every objective of the SLOs activated before $1: availability, a percentile with its threshold, and the two fixed percentiles.
WITH objectives AS (
  SELECT a.service_id, a.recommendation_id, a.recommendation_set_id, a.source, a.activated_at, o.sli_type, o.target, o.threshold_ms
  FROM active_slos a
    CROSS JOIN LATERAL (
      SELECT 'availability' AS sli_type, a.availability_target AS target, NULL::numeric AS threshold_ms
      -- A promise that is stated twice is one promise.
      UNION
      SELECT 'latency', a.latency_percentile, a.latency_threshold_ms
      UNION
      SELECT 'latency', 95, a.latency_p95_target_ms
      UNION
      SELECT 'latency', 99, a.latency_p99_target_ms) o
  WHERE a.activated_at < $1 AND o.target IS NOT NULL AND (o.sli_type = 'availability' OR o.threshold_ms IS NOT NULL)
)
SELECT s.service_id, s.team, s.criticality, o.source, o.activated_at, o.target, o.threshold_ms, r.method, t.tier, t.promise
FROM objectives o
  JOIN services s ON s.id = o.service_id
  -- Whoever accepted one item accepted that item only; whoever accepted the set accepted both. The limit keeps this to looking
  -- few rows up among all that are stored.
  LEFT JOIN LATERAL (
    SELECT i.recommendation_id, i.tiers FROM slo_recommendations i WHERE i.id = o.recommendation_id AND i.sli_type = o.sli_type
    UNION ALL
    SELECT i.recommendation_id, i.tiers FROM slo_recommendations i WHERE i.recommendation_id = o.recommendation_set_id AND i.sli_type = o.sli_type
    LIMIT 1) item ON true
  LEFT JOIN recommendation_sets r ON r.id = item.recommendation_id
  LEFT JOIN LATERAL (
    SELECT n.tier, (d.tier ->> 'estimated_breach_probability')::double precision AS promise
    FROM (VALUES (1, 'balanced'), (2, 'conservative'), (3, 'aggressive')) AS n (rank, tier)
      CROSS JOIN LATERAL (SELECT item.tiers -> n.tier AS tier) d
    WHERE CASE o.sli_type
      WHEN 'availability' THEN (d.tier ->> 'target')::numeric = o.target
      ELSE (d.tier ->> 'target_ms')::numeric = o.threshold_ms AND d.tier ->> 'percentile' = 'p' || trim_scale(o.target)
    END
    -- Tiers may have the same target, and then the same probability.
    ORDER BY n.rank
    LIMIT 1) t ON true
