WITH due AS (
  SELECT d.id
  FROM notification_targets t
    CROSS JOIN LATERAL (
      SELECT p.id, p.next_attempt_at
      FROM notification_deliveries p
      WHERE p.target_id = t.id AND p.state = 'pending' AND p.next_attempt_at <= $1
      ORDER BY p.next_attempt_at, p.id
      LIMIT $4
      -- Those that another instance is just taking are its own.
      FOR UPDATE SKIP LOCKED) d
  WHERE t.id <> ALL ($5::uuid[])
  ORDER BY d.next_attempt_at, d.id
  LIMIT $3
), taken AS (
  UPDATE notification_deliveries p SET attempts = p.attempts + 1, next_attempt_at = $2
  FROM due WHERE p.id = due.id
  RETURNING p.id, p.attempts, p.target_id, p.audit_id
)
SELECT d.id, d.attempts, t.id, t.name, t.format, t.url, t.secret, t.team,
  l.id, l.action, l."timestamp", s.service_id, l.actor, l.previous_slo::text, l.new_slo::text, l.selected_tier, l.rationale, l.details::text
FROM taken d
  JOIN notification_targets t ON t.id = d.target_id
  JOIN slo_audit_log l ON l.id = d.audit_id
  JOIN services s ON s.id = l.service_id
ORDER BY l."timestamp", d.id
