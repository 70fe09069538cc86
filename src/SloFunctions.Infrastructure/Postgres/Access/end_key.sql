-- At once it is revoked; after a while it expires, unless it would have sooner.
UPDATE api_keys
SET revoked_at = CASE WHEN $2::timestamptz <= $3 THEN $3 ELSE revoked_at END,
    expires_at = CASE WHEN $2 > $3 THEN least(expires_at, $2) ELSE expires_at END
WHERE id = $1
RETURNING id, name, prefix, role, team, rate_limits, created_by, created_at, expires_at, revoked_at, last_used_at
