SELECT s.service_id, e."timestamp", e.action, e.recommendation_id IS NULL,
  (e.new_slo #>> '{targets,availability}')::numeric, (e.new_slo #>> '{targets,latency_p95_ms}')::numeric,
  (e.new_slo #>> '{targets,latency_p99_ms}')::numeric, (e.new_slo #>> '{targets,latency_p999_ms}')::numeric, e.new_slo ->> 'source'
FROM slo_audit_log e
  JOIN services s ON s.id = e.service_id
WHERE e."timestamp" >= $1 AND e."timestamp" < $2 AND e.actor <> $3 AND e.action IN ('accept', 'modify', 'reject', 'manual', 'auto_approve')
  AND ($4::text IS NULL OR s.service_id = $4)
ORDER BY e."timestamp", e.id
