SELECT service_id, team, criticality, source, activated_at, target, threshold_ms, method, tier, promise,
  hours, usable_hours, off_bucket_hours, good, total,
  judged_from, judged_until, judged_hours, judged_usable_hours, judged_off_bucket_hours, judged_good, judged_total
FROM dashboard_objectives
