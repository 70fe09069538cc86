SELECT
  (SELECT snapshot_id FROM current_graph),
  (SELECT through FROM aggregation_progress),
  (SELECT count(*)::integer FROM services WHERE telemetry_since IS NULL),
  (SELECT max(fitted_at) FROM fleet_priors),
  (SELECT count(*) || ' ' || coalesce(max(updated_at)::text, '') FROM active_slos)
