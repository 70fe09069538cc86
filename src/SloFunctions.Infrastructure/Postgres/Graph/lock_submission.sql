SELECT content, credential, client_id, submitted_by, role, teams, received_at
FROM graph_submissions
WHERE id = $1 AND state <> 'failed'
FOR UPDATE
