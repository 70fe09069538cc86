SELECT id, name, prefix, role, team, rate_limits, created_by, created_at, expires_at, revoked_at, last_used_at
FROM api_keys
WHERE id = $1
FOR UPDATE
