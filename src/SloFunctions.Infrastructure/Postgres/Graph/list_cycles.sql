SELECT id, cycle_path::text, members::text, status::text, is_present, detected_at, acknowledged_by, acknowledged_at, resolved_by, resolved_at, resolution_notes
FROM circular_dependency_alerts
WHERE ($1::text IS NULL OR status = $1::text) AND ($2::uuid IS NULL OR id > $2::uuid)
ORDER BY id
LIMIT $3
