SELECT c.hour, c.good, c.total, c.latency_layout_id, c.latency_counts, c.throttled_seconds, c.defects
FROM sli_hourly_counts c
  JOIN services s ON s.id = c.service_id
WHERE s.service_id = $1 AND c.hour >= $2 AND c.hour < $3
