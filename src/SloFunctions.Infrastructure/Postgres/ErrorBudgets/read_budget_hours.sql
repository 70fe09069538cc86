-- The hours of one service from $2 to $3 as each of some objectives sees them, whose thresholds are $4 in milliseconds, NULL for
-- availability. Hours that do not tell of an objective are left out.
WITH counts AS (
  SELECT hour, 1 AS sign, latency_layout_id, good, total, latency_counts
  FROM sli_hourly_counts
  WHERE service_id = (SELECT id FROM services WHERE service_id = $1) AND hour >= $2 AND hour < $3 AND defects & 1 = 0
  UNION ALL
  SELECT hour, -1, latency_layout_id, good, total, latency_counts
  FROM sli_excluded_counts
  WHERE service_id = (SELECT id FROM services WHERE service_id = $1) AND hour >= $2 AND hour < $3
)
SELECT w.place::integer - 1, c.hour,
  sum(c.sign * CASE WHEN w.threshold_ms IS NULL THEN c.good ELSE c.latency_counts[p.position] END)::bigint,
  sum(c.sign * CASE WHEN w.threshold_ms IS NULL THEN c.total ELSE c.latency_counts[cardinality(c.latency_counts)] END)::bigint
FROM counts c
  CROSS JOIN unnest($4::numeric[]) WITH ORDINALITY AS w (threshold_ms, place)
  LEFT JOIN latency_bucket_layouts l ON l.id = c.latency_layout_id
  -- Where the threshold stands in the layout, whose bounds are seconds.
  CROSS JOIN LATERAL (SELECT array_position(l.bounds, w.threshold_ms::double precision / 1000) AS position) p
WHERE w.threshold_ms IS NULL OR p.position IS NOT NULL
GROUP BY w.place, c.hour
