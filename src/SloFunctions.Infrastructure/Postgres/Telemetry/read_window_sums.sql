-- Whole days from $2 to $3 are read from the daily sums, the hours before and after them from the hourly ones.
SELECT s.service_id, w.hours, w.good, w.total, w.latency_through, l.bounds, w.latency_counts
FROM (
  SELECT c.service_id, c.latency_layout_id, sum(c.hours)::integer AS hours, sum(c.good)::bigint AS good, sum(c.total)::bigint AS total,
    max(c.latency_through) AS latency_through, {bucket_sums} AS latency_counts
  FROM (
    SELECT service_id, latency_layout_id, hours, good, total, latency_through, latency_counts
    FROM sli_daily_counts
    WHERE day >= $2 AND day < $3
    UNION ALL
    SELECT service_id, latency_layout_id, 1, good, total,
      CASE WHEN latency_counts[cardinality(latency_counts)] > 0 THEN hour END, latency_counts
    FROM sli_hourly_counts
    WHERE hour >= $1 AND hour < $2 AND defects & 1 = 0
    UNION ALL
    SELECT service_id, latency_layout_id, 1, good, total,
      CASE WHEN latency_counts[cardinality(latency_counts)] > 0 THEN hour END, latency_counts
    FROM sli_hourly_counts
    WHERE hour >= $3 AND hour < $4 AND defects & 1 = 0) c
  GROUP BY c.service_id, c.latency_layout_id) w
  JOIN services s ON s.id = w.service_id
  LEFT JOIN latency_bucket_layouts l ON l.id = w.latency_layout_id
ORDER BY s.service_id
