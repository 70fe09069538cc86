UPDATE circular_dependency_alerts SET status = 'acknowledged', acknowledged_by = $2, acknowledged_at = $3
WHERE id = $1 AND status = 'open'
