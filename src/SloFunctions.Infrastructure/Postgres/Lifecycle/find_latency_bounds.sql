SELECT l.bounds
FROM sli_daily_counts d
  JOIN latency_bucket_layouts l ON l.id = d.latency_layout_id
WHERE d.service_id = $1 AND d.day >= $2
ORDER BY d.day DESC, d.latency_through DESC
LIMIT 1
