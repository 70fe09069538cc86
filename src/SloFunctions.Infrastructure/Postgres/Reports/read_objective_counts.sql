-- What the days from $1 to $2 show of the objectives in force; a threshold is NULL for availability.
WITH promised AS (
  SELECT service_id, availability_target IS NOT NULL AS has_availability, latency_threshold_ms, latency_p95_target_ms, latency_p99_target_ms
  FROM active_slos
),
thresholds AS (
  SELECT service_id, latency_threshold_ms AS threshold_ms FROM promised WHERE latency_threshold_ms IS NOT NULL
  UNION
  SELECT service_id, latency_p95_target_ms FROM promised WHERE latency_p95_target_ms IS NOT NULL
  UNION
  SELECT service_id, latency_p99_target_ms FROM promised WHERE latency_p99_target_ms IS NOT NULL
),
-- Where each threshold stands in each layout; bounds are seconds.
positions AS (
  SELECT l.id AS latency_layout_id, t.threshold_ms, array_position(l.bounds, t.threshold_ms / 1000::double precision) AS position
  FROM latency_bucket_layouts l CROSS JOIN (SELECT DISTINCT threshold_ms FROM thresholds) t
),
counted AS (
  SELECT d.service_id, NULL::integer AS threshold_ms, sum(d.hours) AS measured, sum(d.hours) AS usable, 0::bigint AS off_buckets,
    sum(d.good) AS good, sum(d.total) AS total
  FROM sli_daily_counts d JOIN promised p ON p.service_id = d.service_id AND p.has_availability
  WHERE d.day >= $1 AND d.day < $2
  GROUP BY d.service_id
  UNION ALL
  SELECT d.service_id, t.threshold_ms, sum(d.hours),
    coalesce(sum(d.hours) FILTER (WHERE p.position IS NOT NULL), 0),
    coalesce(sum(d.hours) FILTER (WHERE d.latency_layout_id IS NOT NULL AND p.position IS NULL), 0),
    coalesce(sum(d.latency_counts[p.position]), 0),
    coalesce(sum(d.latency_counts[cardinality(d.latency_counts)]) FILTER (WHERE p.position IS NOT NULL), 0)
  FROM sli_daily_counts d
    JOIN thresholds t ON t.service_id = d.service_id
    LEFT JOIN positions p ON p.latency_layout_id = d.latency_layout_id AND p.threshold_ms = t.threshold_ms
  WHERE d.day >= $1 AND d.day < $2
  GROUP BY d.service_id, t.threshold_ms
)
SELECT s.service_id, c.threshold_ms, c.measured::integer, c.usable::integer, c.off_buckets::integer, c.good::bigint, c.total::bigint
FROM counted c JOIN services s ON s.id = c.service_id
