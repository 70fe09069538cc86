UPDATE auto_approval_rules
SET name = $2, enabled = $3, conditions = $4::jsonb, version = version + 1, updated_by = $5, updated_at = $6
WHERE id = $1
RETURNING id, name, enabled, conditions, version, created_by, created_at, updated_by, updated_at
