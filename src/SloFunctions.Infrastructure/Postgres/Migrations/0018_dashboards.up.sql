-- Every objective of the SLOs in force with what was promised of it: the breach probability that was estimated for the tier whose
-- target is the one in force, of the recommendation that was accepted. Reports and dashboards read the same.
CREATE VIEW slo.promised_objectives AS
WITH objectives AS (
  SELECT a.service_id, a.recommendation_id, a.recommendation_set_id, a.source, a.selected_tier, a.activated_at, o.sli_type, o.target, o.threshold_ms
  FROM slo.active_slos a
    CROSS JOIN LATERAL (
      SELECT 'availability' AS sli_type, a.availability_target AS target, NULL::numeric AS threshold_ms
      -- A promise that is stated twice is one promise.
      UNION
      SELECT 'latency', a.latency_percentile, a.latency_threshold_ms
      UNION
      SELECT 'latency', 95, a.latency_p95_target_ms
      UNION
      SELECT 'latency', 99, a.latency_p99_target_ms) o
  WHERE o.target IS NOT NULL AND (o.sli_type = 'availability' OR o.threshold_ms IS NOT NULL)
)
SELECT s.id, s.service_id, s.team, s.criticality, o.source, o.activated_at, o.sli_type, o.target, o.threshold_ms, r.method, t.tier, t.promise
FROM objectives o
  JOIN slo.services s ON s.id = o.service_id
  -- Whoever accepted one item accepted that item only; whoever accepted the set accepted both. The limit keeps this to looking
  -- few rows up among all that are stored.
  LEFT JOIN LATERAL (
    SELECT i.recommendation_id, i.tiers FROM slo.slo_recommendations i WHERE i.id = o.recommendation_id AND i.sli_type = o.sli_type
    UNION ALL
    SELECT i.recommendation_id, i.tiers FROM slo.slo_recommendations i WHERE i.recommendation_id = o.recommendation_set_id AND i.sli_type = o.sli_type
    LIMIT 1) item ON true
  LEFT JOIN slo.recommendation_sets r ON r.id = item.recommendation_id
  LEFT JOIN LATERAL (
    SELECT n.tier, (d.tier ->> 'estimated_breach_probability')::double precision AS promise
    FROM (VALUES (1, 'balanced'), (2, 'conservative'), (3, 'aggressive')) AS n (rank, tier)
      CROSS JOIN LATERAL (SELECT item.tiers -> n.tier AS tier) d
    WHERE CASE o.sli_type
      WHEN 'availability' THEN (d.tier ->> 'target')::numeric = o.target
      ELSE (d.tier ->> 'target_ms')::numeric = o.threshold_ms AND d.tier ->> 'percentile' = 'p' || trim_scale(o.target)
    END
    -- Tiers may have the same target, and then the same probability; the one that was chosen is known of newer SLOs.
    ORDER BY n.tier IS DISTINCT FROM o.selected_tier, n.rank
    LIMIT 1) t ON true;

CREATE INDEX idx_sets_valid ON slo.recommendation_sets (expires_at) WHERE status <> 'superseded';

-- What the views below are of. They take both times from here, so that all of them are of the same moment and the same hour.
CREATE TABLE slo.dashboard_refresh (
  only_row     boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
  refreshed_at timestamptz,
  through      timestamptz
);
COMMENT ON COLUMN slo.dashboard_refresh.refreshed_at IS 'When the dashboards were computed; NULL before the first time.';
COMMENT ON COLUMN slo.dashboard_refresh.through IS 'The end of the last hour of telemetry in them; NULL without any.';
INSERT INTO slo.dashboard_refresh DEFAULT VALUES;

-- Keys are never NULL, because a refresh in place takes a row with NULL in its key for another one each time.
CREATE MATERIALIZED VIEW slo.dashboard_coverage AS
WITH slos AS (
  SELECT service_id, source, availability_target IS NOT NULL AS has_availability,
    num_nonnulls(latency_threshold_ms, latency_p95_target_ms, latency_p99_target_ms) > 0 AS has_latency
  FROM slo.active_slos
),
recommended AS (
  SELECT r.service_id, count(i.id) FILTER (WHERE i.status = 'active') AS undecided
  FROM slo.recommendation_sets r
    CROSS JOIN slo.dashboard_refresh f
    LEFT JOIN slo.slo_recommendations i ON i.recommendation_id = r.id
  -- One that was decided on is as good as another until it expires.
  WHERE r.status <> 'superseded' AND r.expires_at > f.refreshed_at
  GROUP BY r.service_id
)
SELECT coalesce(s.team, '') AS team, s.criticality,
  count(*) FILTER (WHERE NOT s.discovered)::integer AS services,
  count(*) FILTER (WHERE s.discovered)::integer AS discovered,
  count(a.service_id) FILTER (WHERE NOT s.discovered)::integer AS with_slo,
  count(*) FILTER (WHERE NOT s.discovered AND a.has_availability)::integer AS with_availability_slo,
  count(*) FILTER (WHERE NOT s.discovered AND a.has_latency)::integer AS with_latency_slo,
  count(*) FILTER (WHERE NOT s.discovered AND a.has_availability AND a.has_latency)::integer AS with_both_slos,
  count(*) FILTER (WHERE NOT s.discovered AND a.source = 'recommendation_accepted')::integer AS accepted,
  count(*) FILTER (WHERE NOT s.discovered AND a.source = 'recommendation_modified')::integer AS modified,
  count(*) FILTER (WHERE NOT s.discovered AND a.source = 'manual')::integer AS manual,
  count(r.service_id) FILTER (WHERE NOT s.discovered)::integer AS with_recommendation,
  coalesce(sum(r.undecided) FILTER (WHERE NOT s.discovered), 0)::integer AS undecided_recommendations,
  count(*) FILTER (WHERE NOT s.discovered AND EXISTS (
    SELECT FROM slo.sli_daily_counts d
    WHERE d.service_id = s.id AND d.day >= (SELECT through - interval '672 hours' FROM slo.dashboard_refresh)))::integer AS with_telemetry
FROM slo.services s
  LEFT JOIN slos a ON a.service_id = s.id
  LEFT JOIN recommended r ON r.service_id = s.id
WHERE s.service_type = 'internal'
GROUP BY coalesce(s.team, ''), s.criticality;
CREATE UNIQUE INDEX dashboard_coverage_key ON slo.dashboard_coverage (team, criticality);
COMMENT ON COLUMN slo.dashboard_coverage.team IS 'Empty where none is registered.';
COMMENT ON COLUMN slo.dashboard_coverage.services IS 'Registered internal services, which all counts but "discovered" are about.';
COMMENT ON COLUMN slo.dashboard_coverage.undecided_recommendations IS 'Valid recommendations of one SLI that nobody has decided about.';

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

CREATE MATERIALIZED VIEW slo.dashboard_decisions AS
SELECT coalesce(s.team, '') AS team, s.criticality, coalesce(l.selected_tier, '') AS tier, coalesce(r.method, '') AS method, l.action,
  count(*)::integer AS decisions,
  count(*) FILTER (WHERE l."timestamp" >= f.refreshed_at - interval '90 days')::integer AS decisions_of_90_days
FROM slo.slo_audit_log l
  CROSS JOIN slo.dashboard_refresh f
  JOIN slo.services s ON s.id = l.service_id
  -- Only an entry that names an item and not its set has the item looked up.
  LEFT JOIN slo.recommendation_sets r
    ON r.id = coalesce(l.recommendation_set_id, (SELECT i.recommendation_id FROM slo.slo_recommendations i WHERE i.id = l.recommendation_id))
WHERE l.action IN ('accept', 'modify', 'reject', 'auto_approve', 'expire')
GROUP BY 1, 2, 3, 4, 5;
CREATE UNIQUE INDEX dashboard_decisions_key ON slo.dashboard_decisions (team, criticality, tier, method, action);
COMMENT ON MATERIALIZED VIEW slo.dashboard_decisions IS 'Decisions about recommendations; targets that somebody brought are none. Empty texts stand for what is not known.';

CREATE FUNCTION slo.refresh_dashboards(only_first boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET lock_timeout = '5s' SET work_mem = '64MB' SET jit = off AS $$
BEGIN
  IF only_first THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('slo.dashboards', 0));
    IF EXISTS (SELECT FROM slo.dashboard_refresh WHERE refreshed_at IS NOT NULL) THEN
      RETURN false;
    END IF;
  ELSIF NOT pg_try_advisory_xact_lock(hashtextextended('slo.dashboards', 0)) THEN
    RETURN false;
  END IF;

  UPDATE slo.dashboard_refresh SET refreshed_at = now(), through = (SELECT through FROM slo.aggregation_progress);
  REFRESH MATERIALIZED VIEW CONCURRENTLY slo.dashboard_coverage;
  REFRESH MATERIALIZED VIEW CONCURRENTLY slo.dashboard_objectives;
  REFRESH MATERIALIZED VIEW CONCURRENTLY slo.dashboard_decisions;
  RETURN true;
END
$$;
COMMENT ON FUNCTION slo.refresh_dashboards IS
  'Computes the dashboards anew while they go on being read; false when somebody else does so at the moment or, with only_first, when they were computed before.';
REVOKE ALL ON FUNCTION slo.refresh_dashboards(boolean) FROM PUBLIC;

GRANT SELECT ON slo.promised_objectives, slo.dashboard_refresh, slo.dashboard_coverage, slo.dashboard_objectives, slo.dashboard_decisions TO slo_app;
GRANT EXECUTE ON FUNCTION slo.refresh_dashboards(boolean) TO slo_app;
