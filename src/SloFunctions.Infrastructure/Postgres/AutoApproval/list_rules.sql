SELECT id, name, enabled, conditions, version, created_by, created_at, updated_by, updated_at
FROM auto_approval_rules
WHERE $1::timestamptz IS NULL OR (created_at, id) > ($1, $2::uuid)
ORDER BY created_at, id
LIMIT $3
