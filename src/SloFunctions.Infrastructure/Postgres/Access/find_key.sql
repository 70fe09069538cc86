SELECT id, name, prefix, role, team, rate_limits, created_by, created_at, expires_at, revoked_at, last_used_at, hash, rehash_key($2, hash)
FROM api_keys
WHERE prefix = $1
