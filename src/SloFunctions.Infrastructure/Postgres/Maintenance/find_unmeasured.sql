-- The hours before the end of the last one stored that some error budget may hold: a dashboard's whole days begin up to a day
-- before the SLO window.
SELECT s.service_id, h.hour, h.good, h.total, h.latency_layout_id, h.latency_counts, h.starts, h.ends, h.is_whole, h.basis
FROM aggregation_progress p
  CROSS JOIN LATERAL maintenance_hours(p.through - interval '696 hours', p.through) h
  JOIN services s ON s.id = h.service_id
  LEFT JOIN sli_excluded_counts e ON e.service_id = h.service_id AND e.hour = h.hour
WHERE e.basis IS DISTINCT FROM h.basis
ORDER BY h.hour DESC, s.service_id
LIMIT $1
