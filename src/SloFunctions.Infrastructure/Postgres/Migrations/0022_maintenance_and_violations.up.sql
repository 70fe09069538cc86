-- Times in which a service is worked on. Those of one service never overlap: whoever adds one holds the lock of the service.
CREATE TABLE slo.maintenance_windows (
  id          uuid         PRIMARY KEY,
  service_id  uuid         NOT NULL REFERENCES slo.services (id),
  starts_at   timestamptz  NOT NULL,
  ends_at     timestamptz  NOT NULL,
  reason      text         NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  retroactive boolean      NOT NULL,
  created_by  varchar(255) NOT NULL CHECK (created_by <> ''),
  created_at  timestamptz  NOT NULL,
  CONSTRAINT maintenance_windows_ordered CHECK (starts_at < ends_at)
);
COMMENT ON COLUMN slo.maintenance_windows.retroactive IS 'Whether it had begun when it was registered.';
CREATE INDEX idx_maintenance_windows_service ON slo.maintenance_windows (service_id, ends_at);
CREATE INDEX idx_maintenance_windows_time ON slo.maintenance_windows (ends_at);

-- What of an hour fell into maintenance. The hour itself stays as it was measured; who asks for error budgets takes this away.
CREATE TABLE slo.sli_excluded_counts (
  service_id        uuid        NOT NULL REFERENCES slo.services (id),
  hour              timestamptz NOT NULL CHECK (date_bin('1 hour', hour, timestamptz '2000-01-01 00:00:00+00') = hour),
  good              bigint      NOT NULL,
  total             bigint      NOT NULL,
  latency_layout_id integer     REFERENCES slo.latency_bucket_layouts (id),
  latency_counts    bigint[]    CHECK (array_ndims(latency_counts) = 1 AND slo.is_cumulative(latency_counts)),
  basis             text        NOT NULL CHECK (length(basis) = 32),
  PRIMARY KEY (service_id, hour),
  CONSTRAINT sli_excluded_counts_good_within_total CHECK (good >= 0 AND good <= total),
  CONSTRAINT sli_excluded_counts_latency_complete CHECK ((latency_layout_id IS NULL) = (latency_counts IS NULL))
);
COMMENT ON COLUMN slo.sli_excluded_counts.basis IS 'The basis of slo.maintenance_hours that it was measured on; another one there means that it is to be measured again.';
CREATE INDEX idx_excluded_hour ON slo.sli_excluded_counts (hour);

CREATE FUNCTION slo.maintenance_hours(since timestamptz, until timestamptz) RETURNS TABLE (
  service_id uuid, hour timestamptz, starts timestamptz[], ends timestamptz[], is_whole boolean, good bigint, total bigint, latency_layout_id integer,
  latency_counts bigint[], basis text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT p.service_id, p.hour, p.starts, p.ends, p.is_whole, c.good, c.total, c.latency_layout_id, c.latency_counts,
    md5(concat_ws('|', c.good, c.total, coalesce(c.latency_layout_id, 0), c.latency_counts, p.seconds))
  FROM (
    SELECT w.service_id, h.hour,
      array_agg(v.starts ORDER BY v.starts) AS starts,
      array_agg(v.ends ORDER BY v.starts) AS ends,
      string_agg(extract(epoch FROM v.starts)::bigint || '-' || extract(epoch FROM v.ends)::bigint, ',' ORDER BY v.starts) AS seconds,
      sum(v.ends - v.starts) = interval '1 hour' AS is_whole
    FROM slo.maintenance_windows w
      CROSS JOIN LATERAL generate_series(
        date_trunc('hour', greatest(w.starts_at, since), 'UTC'), least(w.ends_at, until) - interval '1 microsecond', interval '1 hour') AS h (hour)
      CROSS JOIN LATERAL (SELECT greatest(w.starts_at, h.hour) AS starts, least(w.ends_at, h.hour + interval '1 hour') AS ends) v
    WHERE w.ends_at > since AND w.starts_at < until
    GROUP BY w.service_id, h.hour) p
    JOIN slo.sli_hourly_counts c ON c.service_id = p.service_id AND c.hour = p.hour
  -- Hours whose requests were not a number (defect 1) are gaps.
  WHERE c.hour >= since AND c.hour < until AND c.defects & 1 = 0
$$;
COMMENT ON FUNCTION slo.maintenance_hours IS 'The stored hours from one whole hour to another that maintenance falls into, with the parts that it falls into.';
REVOKE ALL ON FUNCTION slo.maintenance_hours(timestamptz, timestamptz) FROM PUBLIC;

-- When objectives were violated. Of each severity an objective has at most one violation that has not ended.
CREATE TABLE slo.slo_violations (
  id              uuid             PRIMARY KEY DEFAULT gen_random_uuid(),
  service_id      uuid             NOT NULL REFERENCES slo.services (id),
  slo_id          uuid             NOT NULL REFERENCES slo.active_slos (id),
  objective       text             NOT NULL CHECK (length(objective) BETWEEN 1 AND 64),
  severity        text             NOT NULL CHECK (severity IN ('warning', 'critical')),
  started_at      timestamptz      NOT NULL,
  ended_at        timestamptz,
  worst_burn_rate double precision CHECK (worst_burn_rate >= 0 AND worst_burn_rate < 'Infinity'),
  worst_remaining double precision CHECK (worst_remaining <= 1 AND worst_remaining > '-Infinity'),
  CONSTRAINT slo_violations_ordered CHECK (started_at < ended_at)
);
COMMENT ON COLUMN slo.slo_violations.objective IS 'As metrics and alerts name it, for example availability or latency-p99.';
COMMENT ON COLUMN slo.slo_violations.started_at IS 'The end of the first hour that showed it.';
COMMENT ON COLUMN slo.slo_violations.worst_burn_rate IS 'The highest while it was open; NULL when none was known.';
COMMENT ON COLUMN slo.slo_violations.worst_remaining IS 'The least share of the error budget that was left while it was open; NULL when it was not known.';
CREATE UNIQUE INDEX slo_violations_open ON slo.slo_violations (service_id, objective, severity) WHERE ended_at IS NULL;
CREATE INDEX idx_violations_objective ON slo.slo_violations (service_id, objective, severity, started_at);

GRANT SELECT, INSERT, UPDATE ON slo.slo_violations TO slo_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON slo.maintenance_windows, slo.sli_excluded_counts TO slo_app;
GRANT EXECUTE ON FUNCTION slo.maintenance_hours(timestamptz, timestamptz) TO slo_app;

-- As before, less what fell into maintenance.
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
-- Whole days come from the daily sums, the hours before and after them from the hourly ones. What fell into maintenance is taken away.
counts AS (
  SELECT service_id, day AS since, day >= (SELECT first_day FROM span) AS is_recent, true AS is_day, 1 AS sign, latency_layout_id, hours, good, total, latency_counts
  FROM slo.sli_daily_counts
  WHERE day >= (SELECT last_day - interval '672 hours' FROM span) AND day < (SELECT last_day FROM span)
  UNION ALL
  SELECT service_id, hour, true, false, 1, latency_layout_id, 1, good, total, latency_counts
  FROM slo.sli_hourly_counts
  WHERE hour >= (SELECT start FROM span) AND hour < (SELECT first_day FROM span) AND defects & 1 = 0
  UNION ALL
  SELECT service_id, hour, true, false, 1, latency_layout_id, 1, good, total, latency_counts
  FROM slo.sli_hourly_counts
  WHERE hour >= (SELECT last_day FROM span) AND hour < (SELECT through FROM span) AND defects & 1 = 0
  UNION ALL
  SELECT service_id, hour, hour >= (SELECT start FROM span), hour < (SELECT last_day FROM span), -1, latency_layout_id, 0, good, total, latency_counts
  FROM slo.sli_excluded_counts
  WHERE hour >= (SELECT last_day - interval '672 hours' FROM span) AND hour < (SELECT through FROM span)
),
counted AS (
  SELECT m.id, m.target, m.threshold_ms,
    sum(m.hours) FILTER (WHERE m.is_recent) AS hours, sum(m.hours) FILTER (WHERE m.is_recent AND m.is_usable) AS usable_hours,
    sum(m.hours) FILTER (WHERE m.is_recent AND NOT m.is_usable AND m.latency_layout_id IS NOT NULL) AS off_bucket_hours,
    sum(m.sign * m.good) FILTER (WHERE m.is_recent) AS good, sum(m.sign * m.total) FILTER (WHERE m.is_recent) AS total,
    sum(m.hours) FILTER (WHERE m.is_judged) AS judged_hours, sum(m.hours) FILTER (WHERE m.is_judged AND m.is_usable) AS judged_usable_hours,
    sum(m.hours) FILTER (WHERE m.is_judged AND NOT m.is_usable AND m.latency_layout_id IS NOT NULL) AS judged_off_bucket_hours,
    sum(m.sign * m.good) FILTER (WHERE m.is_judged) AS judged_good, sum(m.sign * m.total) FILTER (WHERE m.is_judged) AS judged_total
  FROM (
    SELECT o.id, o.target, o.threshold_ms, c.sign, c.hours, c.latency_layout_id, c.is_recent, c.is_day AND c.since >= o.judged_from AS is_judged,
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
  n.good, n.total,
  o.judged_from, o.judged_until,
  coalesce(c.judged_hours, 0)::integer AS judged_hours, coalesce(c.judged_usable_hours, 0)::integer AS judged_usable_hours,
  coalesce(c.judged_off_bucket_hours, 0)::integer AS judged_off_bucket_hours,
  n.judged_good, n.judged_total
FROM objectives o
  LEFT JOIN counted c ON c.id = o.id AND c.target = o.target AND coalesce(c.threshold_ms, 0) = coalesce(o.threshold_ms, 0)
  -- An hour that was read again may hold less than what was taken away from it, until that is measured again too.
  CROSS JOIN LATERAL (SELECT greatest(coalesce(c.total, 0), 0)::bigint AS total, greatest(coalesce(c.judged_total, 0), 0)::bigint AS judged_total) t
  CROSS JOIN LATERAL (
    SELECT least(greatest(coalesce(c.good, 0), 0), t.total)::bigint AS good, t.total,
      least(greatest(coalesce(c.judged_good, 0), 0), t.judged_total)::bigint AS judged_good, t.judged_total) n;
CREATE UNIQUE INDEX dashboard_objectives_key ON slo.dashboard_objectives (service_id, threshold_ms, target);
COMMENT ON COLUMN slo.dashboard_objectives.threshold_ms IS '0 for availability.';
COMMENT ON COLUMN slo.dashboard_objectives.judged_from IS 'The first whole day in force, at most 28 days before judged_until; it may lie after it. NULL without telemetry.';
GRANT SELECT ON slo.dashboard_objectives TO slo_app;
