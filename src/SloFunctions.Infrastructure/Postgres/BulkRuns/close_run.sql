UPDATE recommendation_runs r
SET ended_at = $3,
  state = CASE WHEN r.state = 'cancelling' THEN 'cancelled' WHEN $2 OR c.pending > 0 THEN 'failed' WHEN c.failed > 0 THEN 'completed_with_failures' ELSE 'completed' END
FROM (
  SELECT count(*) FILTER (WHERE state = 'pending') AS pending, count(*) FILTER (WHERE state = 'failed') AS failed
  FROM recommendation_run_services
  WHERE run_id = $1) c
WHERE r.id = $1 AND r.state IN ('accepted', 'running', 'cancelling')
