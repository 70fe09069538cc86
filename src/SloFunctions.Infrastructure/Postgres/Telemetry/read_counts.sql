-- Whole days from $3 to $4 are read from the daily sums, the hours before and after them from the hourly ones.
SELECT s.service_id, sum(c.good)::bigint, sum(c.total)::bigint
FROM services s
  CROSS JOIN LATERAL (
    SELECT d.good, d.total FROM sli_daily_counts d WHERE d.service_id = s.id AND d.day >= $3 AND d.day < $4
    UNION ALL
    SELECT h.good, h.total FROM sli_hourly_counts h WHERE h.service_id = s.id AND h.hour >= $2 AND h.hour < $3
    UNION ALL
    SELECT h.good, h.total FROM sli_hourly_counts h WHERE h.service_id = s.id AND h.hour >= $4 AND h.hour < $5) c
WHERE s.service_id = ANY ($1::text[])
GROUP BY s.service_id
HAVING sum(c.total) > 0
