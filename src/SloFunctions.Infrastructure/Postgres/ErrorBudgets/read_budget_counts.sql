-- What was counted of each objective in force, by how long before $1 it was: the last hour (0), up to 6 hours (1), a day (2), three
-- days (3) and the rest of the SLO window (4). $2 is the services meant, NULL for all. The window begins at $3. Whole days of one age
-- come from the daily sums: from $4 on, but for the day $5, in which the last three days begin, up to $6, in which the last one does.
-- Other hours come from the hourly counts. Everything is summed once for each service before objectives come in, so that each row
-- is read, and not joined. "<> 1" where "= 0" would do lets the planner see that few hours are defective.
WITH counts AS (
  SELECT service_id, day AS since, hours::integer AS hours, latency_layout_id, good, total, latency_counts
  FROM sli_daily_counts
  WHERE ((day >= $4 AND day < $5) OR (day > $5 AND day < $6)) AND ($2::uuid[] IS NULL OR service_id = ANY ($2))
  UNION ALL
  SELECT service_id, hour, 1, latency_layout_id, good, total, latency_counts
  FROM sli_hourly_counts
  WHERE hour >= $3 AND hour < $4 AND defects & 1 <> 1 AND ($2::uuid[] IS NULL OR service_id = ANY ($2))
  UNION ALL
  SELECT service_id, hour, 1, latency_layout_id, good, total, latency_counts
  FROM sli_hourly_counts
  WHERE hour >= $5 AND hour < $5 + interval '24 hours' AND defects & 1 <> 1 AND ($2::uuid[] IS NULL OR service_id = ANY ($2))
  UNION ALL
  SELECT service_id, hour, 1, latency_layout_id, good, total, latency_counts
  FROM sli_hourly_counts
  WHERE hour >= $6 AND hour < $1 AND defects & 1 <> 1 AND ($2::uuid[] IS NULL OR service_id = ANY ($2))
),
sums AS MATERIALIZED (
  SELECT c.service_id, c.latency_layout_id, CASE
      WHEN c.since < $1 - interval '72 hours' THEN 4
      WHEN c.since < $1 - interval '24 hours' THEN 3
      WHEN c.since < $1 - interval '6 hours' THEN 2
      WHEN c.since < $1 - interval '1 hour' THEN 1
      ELSE 0
    END AS age,
    1 AS sign, sum(c.hours) AS hours, sum(c.good) AS good, sum(c.total) AS total, {bucket_sums} AS latency_counts
  FROM counts c
  GROUP BY 1, 2, 3
  UNION ALL
  -- What is to be left out of the hours above.
  SELECT c.service_id, c.latency_layout_id, CASE
      WHEN c.hour < $1 - interval '72 hours' THEN 4
      WHEN c.hour < $1 - interval '24 hours' THEN 3
      WHEN c.hour < $1 - interval '6 hours' THEN 2
      WHEN c.hour < $1 - interval '1 hour' THEN 1
      ELSE 0
    END AS age,
    -1, 0, sum(c.good), sum(c.total), {bucket_sums}
  FROM sli_excluded_counts c
  WHERE c.hour >= $3 AND c.hour < $1 AND ($2::uuid[] IS NULL OR c.service_id = ANY ($2))
  GROUP BY 1, 2, 3
),
objectives AS MATERIALIZED (
  SELECT row_number() OVER () AS number, a.service_id AS id, s.service_id, s.team, s.criticality, a.id AS slo_id, a.version, a.activated_at,
    o.target, o.threshold_ms
  FROM active_slos a
    JOIN services s ON s.id = a.service_id
    CROSS JOIN LATERAL (
      SELECT a.availability_target AS target, NULL::numeric AS threshold_ms
      WHERE a.availability_target IS NOT NULL
      -- A promise that is stated twice is one promise.
      UNION
      SELECT l.target, l.threshold_ms
      FROM (VALUES (a.latency_percentile, a.latency_threshold_ms), (95, a.latency_p95_target_ms), (99, a.latency_p99_target_ms)) AS l (target, threshold_ms)
      WHERE l.threshold_ms IS NOT NULL) o
  WHERE $2::uuid[] IS NULL OR a.service_id = ANY ($2)
),
-- Where each threshold stands in each layout, whose bounds are seconds.
places AS MATERIALIZED (
  SELECT l.id AS layout_id, t.threshold_ms, array_position(l.bounds, t.threshold_ms::double precision / 1000) AS position
  FROM latency_bucket_layouts l CROSS JOIN (SELECT DISTINCT threshold_ms FROM objectives WHERE threshold_ms IS NOT NULL) t
),
counted AS (
  SELECT m.number, m.age, sum(m.hours) AS hours, sum(m.hours) FILTER (WHERE m.is_usable) AS usable_hours,
    sum(m.hours) FILTER (WHERE NOT m.is_usable AND m.latency_layout_id IS NOT NULL) AS off_bucket_hours,
    sum(m.sign * m.good) AS good, sum(m.sign * m.total) AS total
  FROM (
    SELECT o.number, c.age, c.sign, c.hours, c.latency_layout_id, o.threshold_ms IS NULL OR c.latency_counts[p.position] IS NOT NULL AS is_usable,
      CASE WHEN o.threshold_ms IS NULL THEN c.good ELSE c.latency_counts[p.position] END AS good,
      CASE WHEN o.threshold_ms IS NULL THEN c.total WHEN p.position IS NOT NULL THEN c.latency_counts[cardinality(c.latency_counts)] END AS total
    FROM sums c
      JOIN objectives o ON o.id = c.service_id
      LEFT JOIN places p ON p.layout_id = c.latency_layout_id AND p.threshold_ms = o.threshold_ms) m
  GROUP BY m.number, m.age
)
SELECT o.service_id, o.team, o.criticality, o.slo_id, o.version, o.activated_at, o.target, o.threshold_ms,
  c.age, c.hours::integer, coalesce(c.usable_hours, 0)::integer, coalesce(c.off_bucket_hours, 0)::integer,
  coalesce(c.good, 0)::bigint, coalesce(c.total, 0)::bigint
FROM objectives o LEFT JOIN counted c ON c.number = o.number
ORDER BY o.service_id, o.threshold_ms NULLS FIRST, o.target, c.age
