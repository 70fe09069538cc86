SELECT id, cycle_path::text, members::text, status::text, is_present, detected_at, acknowledged_by, acknowledged_at, resolved_by, resolved_at, resolution_notes
FROM circular_dependency_alerts
WHERE id = $1
