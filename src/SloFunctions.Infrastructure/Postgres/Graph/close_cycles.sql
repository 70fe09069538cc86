UPDATE circular_dependency_alerts
SET is_present = false,
    status = 'resolved',
    resolved_at = coalesce(resolved_at, $2),
    resolution_notes = coalesce(resolution_notes, 'The cycle is no longer in the graph.')
WHERE is_present AND NOT cycle_key = ANY ($1::text[])
