UPDATE recommendation_run_services
SET attempts = $3, state = CASE WHEN $4 THEN 'failed' ELSE state END, error_code = $5, error_message = $6
WHERE run_id = $1 AND ordinal = $2 AND state = 'pending' AND attempts < $3
