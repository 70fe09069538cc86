INSERT INTO api_keys (id, name, prefix, hash, role, team, rate_limits, created_by, created_at, expires_at)
VALUES ($1, $2, $3, hash_key($4), $5, $6, $7::jsonb, $8, $9, $10)
RETURNING id, name, prefix, role, team, rate_limits, created_by, created_at, expires_at, revoked_at, last_used_at
