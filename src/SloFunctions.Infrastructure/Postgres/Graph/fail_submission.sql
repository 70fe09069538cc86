UPDATE graph_submissions
SET state = 'failed', failure_reason = $2, failure_detail = $3, failed_at = $4
WHERE id = $1 AND state <> 'failed'
