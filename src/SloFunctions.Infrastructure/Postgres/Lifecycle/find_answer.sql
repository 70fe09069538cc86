SELECT request_hash, document FROM idempotent_answers WHERE client_id = $1 AND key = $2 AND created_at > $3
