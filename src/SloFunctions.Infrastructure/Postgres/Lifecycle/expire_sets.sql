-- One at a time: two who close sets of the same services in different orders would wait for each other.
WITH turn AS MATERIALIZED (
  SELECT pg_try_advisory_xact_lock(hashtextextended('slo.expiry', 0)) AS is_ours
),
due AS (
  SELECT r.id
  FROM recommendation_sets r
  WHERE (SELECT is_ours FROM turn) AND r.status = 'active' AND r.expires_at <= $1
  ORDER BY r.expires_at, r.id
  LIMIT $2
  FOR NO KEY UPDATE SKIP LOCKED
),
closed AS (
  UPDATE recommendation_sets r SET status = 'expired' FROM due WHERE r.id = due.id
  RETURNING r.id, r.service_id
),
items AS (
  UPDATE slo_recommendations i SET status = 'expired' FROM due WHERE i.recommendation_id = due.id AND i.status = 'active'
)
SELECT c.id, s.service_id FROM closed c JOIN services s ON s.id = c.service_id ORDER BY s.service_id, c.id
