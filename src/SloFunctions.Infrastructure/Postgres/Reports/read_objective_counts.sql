-- What the days from $1 to $2 show of the objectives in force; a threshold is NULL for availability. The days are summed before
-- anything is joined, so that they are read once and neither sorted nor hashed.
WITH sums AS MATERIALIZED (
  SELECT c.service_id, c.latency_layout_id, sum(c.hours) AS hours, sum(c.good) AS good, sum(c.total) AS total, {bucket_sums} AS latency_counts
  FROM sli_daily_counts c
  WHERE c.day >= $1 AND c.day < $2
  GROUP BY c.service_id, c.latency_layout_id
),
thresholds AS (
  SELECT service_id, latency_threshold_ms AS threshold_ms FROM active_slos WHERE latency_threshold_ms IS NOT NULL
  UNION
  SELECT service_id, latency_p95_target_ms FROM active_slos WHERE latency_p95_target_ms IS NOT NULL
  UNION
  SELECT service_id, latency_p99_target_ms FROM active_slos WHERE latency_p99_target_ms IS NOT NULL
),
counted AS (
  SELECT d.service_id, NULL::numeric AS threshold_ms, sum(d.hours) AS measured, sum(d.hours) AS usable, 0 AS off_buckets,
    sum(d.good) AS good, sum(d.total) AS total
  FROM sums d JOIN active_slos a ON a.service_id = d.service_id
  WHERE a.availability_target IS NOT NULL
  GROUP BY d.service_id
  UNION ALL
  SELECT d.service_id, t.threshold_ms, sum(d.hours),
    coalesce(sum(d.hours) FILTER (WHERE p.position IS NOT NULL), 0),
    coalesce(sum(d.hours) FILTER (WHERE d.latency_layout_id IS NOT NULL AND p.position IS NULL), 0),
    coalesce(sum(d.latency_counts[p.position]), 0),
    coalesce(sum(d.latency_counts[cardinality(d.latency_counts)]) FILTER (WHERE p.position IS NOT NULL), 0)
  FROM sums d
    JOIN thresholds t ON t.service_id = d.service_id
    LEFT JOIN latency_bucket_layouts l ON l.id = d.latency_layout_id
    -- Where the threshold stands in the layout, whose bounds are seconds.
    CROSS JOIN LATERAL (SELECT array_position(l.bounds, t.threshold_ms::double precision / 1000) AS position) p
  GROUP BY d.service_id, t.threshold_ms
)
SELECT s.service_id, c.threshold_ms, c.measured::integer, c.usable::integer, c.off_buckets::integer, c.good::bigint, c.total::bigint
FROM counted c JOIN services s ON s.id = c.service_id
