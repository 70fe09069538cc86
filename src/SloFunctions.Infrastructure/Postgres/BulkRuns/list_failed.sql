SELECT e.ordinal, s.service_id, e.error_code, e.error_message, e.attempts
FROM recommendation_run_services e JOIN services s ON s.id = e.service_id
WHERE e.run_id = $1 AND e.state = 'failed' AND e.ordinal > $2
ORDER BY e.ordinal
LIMIT $3
