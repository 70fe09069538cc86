SELECT s.service_id, w.hours, w.good, w.total
FROM (
  -- Unordered: the reader puts each hour into its place, and sorting millions of rows would cost as much as reading them.
  SELECT service_id, array_agg((extract(epoch FROM hour - $1) / 3600)::integer) AS hours, array_agg(good) AS good, array_agg(total) AS total
  FROM sli_hourly_counts
  WHERE hour >= $1 AND hour < $2 AND defects & 1 = 0
  GROUP BY service_id) w
  JOIN services s ON s.id = w.service_id
