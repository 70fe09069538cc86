WITH run AS (
  SELECT id, lookback_days, method, force, state IN ('accepted', 'running') AS is_going FROM recommendation_runs WHERE id = $1
),
kept AS (
  UPDATE recommendation_run_services e SET state = 'unchanged', recommendation_id = p.id, error_code = NULL, error_message = NULL
  FROM run r, recommendation_sets p
  WHERE r.is_going AND NOT r.force AND e.run_id = r.id AND e.ordinal >= $2 AND e.ordinal < $2 + $3 AND e.state = 'pending'
    AND p.service_id = e.service_id AND p.lookback_days = r.lookback_days AND p.method = r.method
    AND p.status = 'active' AND NOT p.is_stale AND p.expires_at > $4
  RETURNING e.ordinal
)
SELECT r.is_going, r.lookback_days, r.method, e.ordinal, s.service_id, CASE WHEN k.ordinal IS NULL THEN e.state ELSE 'unchanged' END, e.attempts
FROM run r
  LEFT JOIN recommendation_run_services e ON e.run_id = r.id AND e.ordinal >= $2 AND e.ordinal < $2 + $3
  LEFT JOIN services s ON s.id = e.service_id
  LEFT JOIN kept k ON k.ordinal = e.ordinal
ORDER BY e.ordinal
