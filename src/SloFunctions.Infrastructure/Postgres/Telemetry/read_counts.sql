SELECT s.service_id, sum(c.good)::bigint, sum(c.total)::bigint
FROM services s
  JOIN sli_hourly_counts c ON c.service_id = s.id
WHERE s.service_id = ANY ($1::text[]) AND c.hour >= $2 AND c.hour < $3
GROUP BY s.service_id
HAVING sum(c.total) > 0
