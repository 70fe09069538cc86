WITH due AS (
  SELECT service_id
  FROM reevaluation_queue
  WHERE next_attempt_at <= $1
  ORDER BY next_attempt_at, service_id
  LIMIT 1
  -- Those that another instance is just taking are its own.
  FOR UPDATE SKIP LOCKED
)
UPDATE reevaluation_queue q SET attempts = q.attempts + 1, next_attempt_at = $2
FROM due, services s
WHERE q.service_id = due.service_id AND s.id = q.service_id
RETURNING s.service_id, q.queued_at, q.attempts
