UPDATE circular_dependency_alerts SET status = 'resolved', resolved_by = $2, resolution_notes = $3, resolved_at = $4
WHERE id = $1 AND status <> 'resolved'
