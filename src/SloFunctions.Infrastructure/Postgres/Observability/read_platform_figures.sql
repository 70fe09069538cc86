-- One row a figure, then one an objective, all of the same moment.
WITH covered AS (
  -- Decided on is as good as active until it expires; only what a newer one has replaced tells nothing.
  SELECT s.id, bool_or(r.expires_at > $2 AND NOT r.is_stale) AS is_valid
  FROM services s
    JOIN recommendation_sets r ON r.service_id = s.id AND r.status <> 'superseded'
  WHERE NOT s.discovered
  GROUP BY s.id
), objectives AS (
  SELECT s.service_id::text, o.sli_type, o.ratio
  FROM active_slos a
    JOIN services s ON s.id = a.service_id
    CROSS JOIN LATERAL (VALUES
      ('availability', a.availability_target / 100),
      ('latency', a.latency_percentile / 100)) AS o (sli_type, ratio)
  WHERE o.ratio IS NOT NULL
  ORDER BY s.service_id, o.sli_type
  LIMIT $1
)
SELECT 'services_in_scope', NULL::text, NULL::text, count(*)::double precision FROM services WHERE NOT discovered
UNION ALL
SELECT 'services_discovered', NULL, NULL, count(*) FROM services WHERE discovered
UNION ALL
SELECT 'dependencies', NULL, NULL, count(DISTINCT (source_service_id, target_service_id)) FROM service_dependencies WHERE NOT is_stale
UNION ALL
SELECT 'open_cycles', NULL, NULL, count(*) FROM circular_dependency_alerts WHERE status = 'open' AND is_present
UNION ALL
SELECT 'recommended', NULL, NULL, count(*) FILTER (WHERE is_valid) FROM covered
UNION ALL
SELECT 'outdated', NULL, NULL, count(*) FILTER (WHERE NOT is_valid) FROM covered
UNION ALL
SELECT 'dead_letters', NULL, NULL, count(*) FROM graph_event_dead_letters
UNION ALL
SELECT 'waiting_submissions', NULL, NULL, count(*) FROM graph_submissions WHERE state <> 'failed'
UNION ALL
SELECT 'database_bytes', NULL, NULL, pg_database_size(current_database())
UNION ALL
SELECT 'connections', NULL, NULL, sum(numbackends) FROM pg_stat_database
UNION ALL
SELECT 'connections_limit', NULL, NULL, current_setting('max_connections')::double precision
UNION ALL
SELECT 'through', NULL, NULL, extract(epoch FROM through)::double precision FROM aggregation_progress WHERE through IS NOT NULL
UNION ALL
SELECT 'objective', service_id, sli_type, ratio::double precision FROM objectives
