WITH outdated AS (
  UPDATE recommendation_sets SET is_stale = true
  WHERE service_id = $1 AND status = 'active' AND NOT is_stale
  RETURNING id
), queued AS (
  INSERT INTO reevaluation_queue (service_id, queued_at, next_attempt_at) VALUES ($1, $2, $2)
  ON CONFLICT (service_id) DO UPDATE SET queued_at = excluded.queued_at, attempts = 0, next_attempt_at = excluded.next_attempt_at
)
SELECT count(*) FROM outdated
