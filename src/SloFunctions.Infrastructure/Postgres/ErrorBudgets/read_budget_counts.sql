-- What was counted of each objective in force, by how long before $1 it was: the last hour (0), up to 6 hours (1), a day (2), three
-- days (3) and the rest of the SLO window (4). $2 is the services meant, NULL for all. The window begins at $3; whole days from
-- $4 to $5 come from the daily sums, the hours before and after them from the hourly counts. Everything is summed once for each
-- service before objectives come in: an SLO has room for three thresholds, whose counts are columns beside each other.
WITH layouts AS (
  SELECT id, bounds FROM latency_bucket_layouts
  UNION ALL
  SELECT 0, NULL
),
-- Where the thresholds stand in each layout, whose bounds are seconds; NULL where they do not.
places AS (
  SELECT a.service_id, l.id AS layout_id,
    array_position(l.bounds, a.latency_threshold_ms::double precision / 1000) AS first,
    array_position(l.bounds, a.latency_p95_target_ms::double precision / 1000) AS second,
    array_position(l.bounds, a.latency_p99_target_ms::double precision / 1000) AS third
  FROM active_slos a CROSS JOIN layouts l
  WHERE $2::uuid[] IS NULL OR a.service_id = ANY ($2)
),
-- Requests to be left out are rows of sign -1 and no hours.
counts AS (
  SELECT service_id, day AS since, 1 AS sign, hours, latency_layout_id, good, total, latency_counts
  FROM sli_daily_counts
  WHERE day >= $4 AND day < $5 AND ($2::uuid[] IS NULL OR service_id = ANY ($2))
  UNION ALL
  SELECT service_id, hour, 1, 1, latency_layout_id, good, total, latency_counts
  FROM sli_hourly_counts
  WHERE hour >= $3 AND hour < $4 AND defects & 1 = 0 AND ($2::uuid[] IS NULL OR service_id = ANY ($2))
  UNION ALL
  SELECT service_id, hour, 1, 1, latency_layout_id, good, total, latency_counts
  FROM sli_hourly_counts
  WHERE hour >= $5 AND hour < $1 AND defects & 1 = 0 AND ($2::uuid[] IS NULL OR service_id = ANY ($2))
  UNION ALL
  SELECT service_id, hour, -1, 0, latency_layout_id, good, total, latency_counts
  FROM sli_excluded_counts
  WHERE hour >= $3 AND hour < $1 AND ($2::uuid[] IS NULL OR service_id = ANY ($2))
),
-- Computed once, however few objectives there are.
sums AS MATERIALIZED (
  SELECT c.service_id, c.latency_layout_id, c.age, sum(c.hours) AS hours, sum(c.sign * c.good) AS good, sum(c.sign * c.total) AS total,
    sum(c.sign * c.latency_counts[cardinality(c.latency_counts)]) AS timed,
    sum(c.sign * c.latency_counts[p.first]) AS first, sum(c.sign * c.latency_counts[p.second]) AS second, sum(c.sign * c.latency_counts[p.third]) AS third
  FROM (
    SELECT *, CASE
        WHEN since < $1 - interval '72 hours' THEN 4
        WHEN since < $1 - interval '24 hours' THEN 3
        WHEN since < $1 - interval '6 hours' THEN 2
        WHEN since < $1 - interval '1 hour' THEN 1
        ELSE 0
      END AS age
    FROM counts) c
    JOIN places p ON p.service_id = c.service_id AND p.layout_id = coalesce(c.latency_layout_id, 0)
  GROUP BY c.service_id, c.latency_layout_id, c.age
),
objectives AS (
  SELECT a.service_id AS id, s.service_id, s.team, s.criticality, a.id AS slo_id, a.version, a.activated_at, o.target, o.threshold_ms, o.place
  FROM active_slos a
    JOIN services s ON s.id = a.service_id
    CROSS JOIN LATERAL (
      SELECT l.target, l.threshold_ms, min(l.place) AS place
      FROM (VALUES
        (0, a.availability_target, NULL), (1, a.latency_percentile, a.latency_threshold_ms),
        (2, 95, a.latency_p95_target_ms), (3, 99, a.latency_p99_target_ms)) AS l (place, target, threshold_ms)
      WHERE CASE l.place WHEN 0 THEN l.target IS NOT NULL ELSE l.threshold_ms IS NOT NULL END
      -- A promise that is stated twice is one promise.
      GROUP BY l.target, l.threshold_ms) o
  WHERE $2::uuid[] IS NULL OR a.service_id = ANY ($2)
)
SELECT o.service_id, o.team, o.criticality, o.slo_id, o.version, o.activated_at, o.target, o.threshold_ms,
  c.age, sum(c.hours)::integer, coalesce(sum(c.hours) FILTER (WHERE c.good IS NOT NULL), 0)::integer,
  coalesce(sum(c.hours) FILTER (WHERE c.good IS NULL AND c.latency_layout_id IS NOT NULL), 0)::integer,
  coalesce(sum(c.good), 0)::bigint, coalesce(sum(c.total) FILTER (WHERE c.good IS NOT NULL), 0)::bigint
FROM objectives o
  LEFT JOIN LATERAL (
    SELECT s.age, s.latency_layout_id, s.hours,
      CASE o.place WHEN 0 THEN s.good WHEN 1 THEN s.first WHEN 2 THEN s.second ELSE s.third END AS good,
      CASE o.place WHEN 0 THEN s.total ELSE s.timed END AS total
    FROM sums s
    WHERE s.service_id = o.id) c ON true
GROUP BY o.service_id, o.team, o.criticality, o.slo_id, o.version, o.activated_at, o.target, o.threshold_ms, c.age
ORDER BY o.service_id, o.threshold_ms NULLS FIRST, o.target, c.age
