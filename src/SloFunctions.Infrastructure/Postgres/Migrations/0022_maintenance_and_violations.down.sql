DROP MATERIALIZED VIEW slo.dashboard_objectives;
-- Counts of two spans: the 28 days before "through", hour by hour, and the whole days that the objective was in force, at most 28.
CREATE MATERIALIZED VIEW slo.dashboard_objectives AS
WITH span AS (
  SELECT through, through - interval '672 hours' AS start,
    date_trunc('day', through - interval '672 hours' + interval '24 hours' - interval '1 microsecond', 'UTC') AS first_day,
    date_trunc('day', through, 'UTC') AS last_day
  FROM slo.dashboard_refresh
),
objectives AS MATERIALIZED (
  SELECT o.*, greatest(date_trunc('day', o.activated_at + interval '24 hours' - interval '1 microsecond', 'UTC'), p.last_day - interval '672 hours') AS judged_from,
    p.last_day AS judged_until
  FROM slo.promised_objectives o CROSS JOIN span p
),
-- Where each threshold stands in each layout, whose bounds are seconds.
places AS MATERIALIZED (
  SELECT l.id AS layout_id, t.threshold_ms, array_position(l.bounds, t.threshold_ms::double precision / 1000) AS position
  FROM slo.latency_bucket_layouts l CROSS JOIN (SELECT DISTINCT threshold_ms FROM objectives WHERE threshold_ms IS NOT NULL) t
),
-- Whole days come from the daily sums, the hours before and after them from the hourly ones.
counts AS (
  SELECT service_id, day AS since, day >= (SELECT first_day FROM span) AS is_recent, true AS is_day, latency_layout_id, hours, good, total, latency_counts
  FROM slo.sli_daily_counts
  WHERE day >= (SELECT last_day - interval '672 hours' FROM span) AND day < (SELECT last_day FROM span)
  UNION ALL
  SELECT service_id, hour, true, false, latency_layout_id, 1, good, total, latency_counts
  FROM slo.sli_hourly_counts
  WHERE hour >= (SELECT start FROM span) AND hour < (SELECT first_day FROM span) AND defects & 1 = 0
  UNION ALL
  SELECT service_id, hour, true, false, latency_layout_id, 1, good, total, latency_counts
  FROM slo.sli_hourly_counts
  WHERE hour >= (SELECT last_day FROM span) AND hour < (SELECT through FROM span) AND defects & 1 = 0
),
counted AS (
  SELECT m.id, m.target, m.threshold_ms,
    sum(m.hours) FILTER (WHERE m.is_recent) AS hours, sum(m.hours) FILTER (WHERE m.is_recent AND m.is_usable) AS usable_hours,
    sum(m.hours) FILTER (WHERE m.is_recent AND NOT m.is_usable AND m.latency_layout_id IS NOT NULL) AS off_bucket_hours,
    sum(m.good) FILTER (WHERE m.is_recent) AS good, sum(m.total) FILTER (WHERE m.is_recent) AS total,
    sum(m.hours) FILTER (WHERE m.is_judged) AS judged_hours, sum(m.hours) FILTER (WHERE m.is_judged AND m.is_usable) AS judged_usable_hours,
    sum(m.hours) FILTER (WHERE m.is_judged AND NOT m.is_usable AND m.latency_layout_id IS NOT NULL) AS judged_off_bucket_hours,
    sum(m.good) FILTER (WHERE m.is_judged) AS judged_good, sum(m.total) FILTER (WHERE m.is_judged) AS judged_total
  FROM (
    SELECT o.id, o.target, o.threshold_ms, c.hours, c.latency_layout_id, c.is_recent, c.is_day AND c.since >= o.judged_from AS is_judged,
      o.threshold_ms IS NULL OR p.position IS NOT NULL AS is_usable,
      CASE WHEN o.threshold_ms IS NULL THEN c.good ELSE c.latency_counts[p.position] END AS good,
      CASE WHEN o.threshold_ms IS NULL THEN c.total WHEN p.position IS NOT NULL THEN c.latency_counts[cardinality(c.latency_counts)] END AS total
    FROM counts c
      JOIN objectives o ON o.id = c.service_id
      LEFT JOIN places p ON p.layout_id = c.latency_layout_id AND p.threshold_ms = o.threshold_ms) m
  GROUP BY m.id, m.target, m.threshold_ms
)
SELECT o.service_id, coalesce(o.threshold_ms, 0) AS threshold_ms, o.target, o.team, o.criticality, o.source, o.activated_at, o.method, o.tier, o.promise,
  coalesce(c.hours, 0)::integer AS hours, coalesce(c.usable_hours, 0)::integer AS usable_hours, coalesce(c.off_bucket_hours, 0)::integer AS off_bucket_hours,
  coalesce(c.good, 0)::bigint AS good, coalesce(c.total, 0)::bigint AS total,
  o.judged_from, o.judged_until,
  coalesce(c.judged_hours, 0)::integer AS judged_hours, coalesce(c.judged_usable_hours, 0)::integer AS judged_usable_hours,
  coalesce(c.judged_off_bucket_hours, 0)::integer AS judged_off_bucket_hours,
  coalesce(c.judged_good, 0)::bigint AS judged_good, coalesce(c.judged_total, 0)::bigint AS judged_total
FROM objectives o
  LEFT JOIN counted c ON c.id = o.id AND c.target = o.target AND coalesce(c.threshold_ms, 0) = coalesce(o.threshold_ms, 0);
CREATE UNIQUE INDEX dashboard_objectives_key ON slo.dashboard_objectives (service_id, threshold_ms, target);
COMMENT ON COLUMN slo.dashboard_objectives.threshold_ms IS '0 for availability.';
COMMENT ON COLUMN slo.dashboard_objectives.judged_from IS 'The first whole day in force, at most 28 days before judged_until; it may lie after it. NULL without telemetry.';
GRANT SELECT ON slo.dashboard_objectives TO slo_app;

DROP TABLE slo.slo_violations;
DROP FUNCTION slo.maintenance_hours(timestamptz, timestamptz);
DROP TABLE slo.sli_excluded_counts;
DROP TABLE slo.maintenance_windows;
