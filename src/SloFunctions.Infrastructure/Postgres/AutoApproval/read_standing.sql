-- What people did counts, and only that: the actor of a rule begins with "rule:", and expiry decides nothing.
SELECT s.criticality, s.team, a.id, a.version, a.availability_target,
  coalesce(a.latency_p95_target_ms, CASE WHEN a.latency_percentile = 95 THEN a.latency_threshold_ms END),
  coalesce(a.latency_p99_target_ms, CASE WHEN a.latency_percentile = 99 THEN a.latency_threshold_ms END),
  CASE WHEN a.latency_percentile = 99.9 THEN a.latency_threshold_ms END,
  a.source, l.decided_at, l.rejected_at, l.chosen_at, l.whole_accepted_at
FROM services s
  LEFT JOIN active_slos a ON a.service_id = s.id
  CROSS JOIN LATERAL (
    SELECT max("timestamp") FILTER (WHERE action IN ('accept', 'modify', 'manual')) AS decided_at,
      max("timestamp") FILTER (WHERE action = 'reject') AS rejected_at,
      max("timestamp") FILTER (WHERE action IN ('modify', 'manual')) AS chosen_at,
      max("timestamp") FILTER (WHERE action = 'accept' AND recommendation_id IS NULL) AS whole_accepted_at
    FROM slo_audit_log e
    WHERE e.service_id = s.id) l
WHERE s.service_id = $1
