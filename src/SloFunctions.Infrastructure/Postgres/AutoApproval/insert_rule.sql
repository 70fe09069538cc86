INSERT INTO auto_approval_rules (id, name, enabled, conditions, created_by, created_at)
VALUES ($1, $2, $3, $4::jsonb, $5, $6)
RETURNING id, name, enabled, conditions, version, created_by, created_at, updated_by, updated_at
