-- Where thresholds of SLOs in force stand among the counts of histograms, from 1, and where their totals do.
SELECT DISTINCT p.position
FROM latency_bucket_layouts l
  CROSS JOIN LATERAL (
    SELECT cardinality(l.bounds) + 1 AS position
    UNION ALL
    SELECT array_position(l.bounds, t.threshold_ms::double precision / 1000)
    FROM (
      SELECT latency_threshold_ms AS threshold_ms FROM active_slos
      UNION
      SELECT latency_p95_target_ms FROM active_slos
      UNION
      SELECT latency_p99_target_ms FROM active_slos) t) p
WHERE p.position IS NOT NULL
