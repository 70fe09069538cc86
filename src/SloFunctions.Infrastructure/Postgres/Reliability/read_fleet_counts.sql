-- Whole days from $2 to $3 are read from the daily sums, the hours before and after them from the hourly ones.
SELECT s.service_id, w.good, w.total
FROM (
  SELECT service_id, sum(good)::bigint AS good, sum(total)::bigint AS total
  FROM (
    SELECT service_id, good, total FROM sli_daily_counts WHERE day >= $2 AND day < $3
    UNION ALL
    SELECT service_id, good, total FROM sli_hourly_counts WHERE hour >= $1 AND hour < $2
    UNION ALL
    SELECT service_id, good, total FROM sli_hourly_counts WHERE hour >= $3 AND hour < $4) c
  GROUP BY service_id
  HAVING sum(total) > 0) w
  JOIN services s ON s.id = w.service_id
