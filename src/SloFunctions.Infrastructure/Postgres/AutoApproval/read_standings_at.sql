-- Services as they stood at $1. The audit log keeps the SLO after each decision; without any the SLO in force now counts, if it
-- is that old.
SELECT s.service_id, s.criticality, s.team,
  CASE WHEN last.action IS NULL THEN a.availability_target ELSE (last.new_slo #>> '{targets,availability}')::numeric END,
  CASE WHEN last.action IS NULL THEN coalesce(a.latency_p95_target_ms, CASE WHEN a.latency_percentile = 95 THEN a.latency_threshold_ms END)
    ELSE (last.new_slo #>> '{targets,latency_p95_ms}')::numeric END,
  CASE WHEN last.action IS NULL THEN coalesce(a.latency_p99_target_ms, CASE WHEN a.latency_percentile = 99 THEN a.latency_threshold_ms END)
    ELSE (last.new_slo #>> '{targets,latency_p99_ms}')::numeric END,
  CASE WHEN last.action IS NULL THEN CASE WHEN a.latency_percentile = 99.9 THEN a.latency_threshold_ms END
    ELSE (last.new_slo #>> '{targets,latency_p999_ms}')::numeric END,
  CASE WHEN last.action IS NULL THEN a.source::text ELSE last.new_slo ->> 'source' END,
  d.decided_at, d.rejected_at, d.chosen_at, d.whole_accepted_at
FROM services s
  LEFT JOIN active_slos a ON a.service_id = s.id AND a.activated_at < $1
  LEFT JOIN LATERAL (
    SELECT e.action, e.new_slo
    FROM slo_audit_log e
    WHERE e.service_id = s.id AND e."timestamp" < $1 AND e.action IN ('accept', 'modify', 'reject', 'manual', 'auto_approve')
    ORDER BY e."timestamp" DESC
    LIMIT 1) last ON true
  CROSS JOIN LATERAL (
    SELECT max("timestamp") FILTER (WHERE action IN ('accept', 'modify', 'manual')) AS decided_at,
      max("timestamp") FILTER (WHERE action = 'reject') AS rejected_at,
      max("timestamp") FILTER (WHERE action IN ('modify', 'manual')) AS chosen_at,
      max("timestamp") FILTER (WHERE action = 'accept' AND recommendation_id IS NULL) AS whole_accepted_at
    FROM slo_audit_log e
    WHERE e.service_id = s.id AND e."timestamp" < $1) d
WHERE $2::text IS NULL OR s.service_id = $2
