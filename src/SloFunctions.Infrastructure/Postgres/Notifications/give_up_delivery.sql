WITH gone AS (
  DELETE FROM notification_deliveries
  WHERE id = $1 AND attempts = $2 AND state = 'pending'
  RETURNING id, target_id, audit_id, attempts, last_status
)
INSERT INTO notification_dead_letters (id, team, target_name, format, audit_id, attempts, reason, last_status, given_up_at)
SELECT g.id, t.team, t.name, t.format, g.audit_id, g.attempts, $3, coalesce($4, g.last_status), $5
FROM gone g JOIN notification_targets t ON t.id = g.target_id
