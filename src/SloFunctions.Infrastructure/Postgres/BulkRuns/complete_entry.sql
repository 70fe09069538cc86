-- Nothing where the service is done already, or the run does not go on.
UPDATE recommendation_run_services e SET state = 'done', recommendation_id = $3, error_code = NULL, error_message = NULL
FROM recommendation_runs r
WHERE e.run_id = $1 AND e.ordinal = $2 AND e.state = 'pending' AND r.id = e.run_id AND r.state IN ('accepted', 'running')
