-- An aggregate that is older than a day tells of a service that has ceased to be measured.
SELECT s.service_id, o.percentile, l.value
FROM active_slos a
  JOIN services s ON s.id = a.service_id
  CROSS JOIN LATERAL (
    SELECT p.percentile, p.sli_type
    FROM (VALUES (95, 'latency_p95', a.latency_p95_target_ms IS NOT NULL), (99, 'latency_p99', a.latency_p99_target_ms IS NOT NULL))
      AS p (percentile, sli_type, is_promised)
    WHERE p.is_promised OR a.latency_percentile = p.percentile) o
  CROSS JOIN LATERAL (
    SELECT v.value::double precision AS value
    FROM sli_aggregates v
    WHERE v.service_id = a.service_id AND v.sli_type = o.sli_type AND v."window" = '28d'
      AND v.computed_at > (SELECT through - interval '24 hours' FROM aggregation_progress)
    ORDER BY v.computed_at DESC
    LIMIT 1) l
