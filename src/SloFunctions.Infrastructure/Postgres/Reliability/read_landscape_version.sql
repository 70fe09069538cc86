SELECT
  (SELECT snapshot_id FROM current_graph),
  (SELECT through FROM aggregation_progress),
  (SELECT count(*)::integer FROM services WHERE telemetry_since IS NULL),
  (SELECT max(fitted_at) FROM fleet_priors),
  -- The latest time alone would miss what was begun earlier and took effect later.
  (SELECT count(*) || ' ' || coalesce(sum(version), 0) || ' ' || coalesce(max(updated_at)::text, '') FROM active_slos)
