SELECT s.service_id, c.good, c.total
FROM (
  SELECT service_id, sum(good)::bigint AS good, sum(total)::bigint AS total
  FROM sli_hourly_counts
  WHERE hour >= $1 AND hour < $2
  GROUP BY service_id
  HAVING sum(total) > 0) c
  JOIN services s ON s.id = c.service_id
