SELECT r.id, r.scope, r.team, r.lookback_days, r.method, r.force, r.state, r.requested_by, r.requested_at, r.started_at, r.ended_at,
  r.total, c.done::integer, c.unchanged::integer, c.failed::integer
FROM recommendation_runs r
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE e.state = 'done') AS done, count(*) FILTER (WHERE e.state = 'unchanged') AS unchanged,
      count(*) FILTER (WHERE e.state = 'failed') AS failed
    FROM recommendation_run_services e
    WHERE e.run_id = r.id) c
WHERE r.id = $1
