SELECT id, name, enabled, conditions, version, created_by, created_at, updated_by, updated_at
FROM auto_approval_rules
WHERE id = $1
FOR UPDATE
