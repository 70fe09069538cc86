-- Hours without a row between the first and the last hour with one, of each service, that nobody has asked for again.
WITH broken AS (
  SELECT service_id, min(hour) AS first, max(hour) AS last
  FROM sli_hourly_counts
  WHERE hour >= $1 AND hour < $2
  GROUP BY service_id
  HAVING count(*) <= extract(epoch FROM max(hour) - min(hour)) / 3600
)
SELECT m.hour, array_agg(s.service_id ORDER BY s.service_id)
FROM broken b
  CROSS JOIN LATERAL generate_series(b.first + interval '1 hour', b.last - interval '1 hour', interval '1 hour') AS m (hour)
  JOIN services s ON s.id = b.service_id
WHERE NOT EXISTS (SELECT FROM sli_hourly_counts c WHERE c.service_id = b.service_id AND c.hour = m.hour AND c.hour >= $1 AND c.hour < $2)
  AND NOT EXISTS (SELECT FROM sli_gap_checks k WHERE k.service_id = b.service_id AND k.hour = m.hour)
GROUP BY m.hour
ORDER BY m.hour
LIMIT $3
