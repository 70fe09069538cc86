-- A cycle that was resolved while it stayed in the graph remains so; one that comes back is open again.
INSERT INTO circular_dependency_alerts AS a (cycle_key, cycle_path, members, detected_at)
SELECT c.cycle_key, c.cycle_path::jsonb, c.members::jsonb, $4
FROM unnest($1::text[], $2::text[], $3::text[]) AS c (cycle_key, cycle_path, members)
ON CONFLICT (cycle_key) DO UPDATE
SET cycle_path = excluded.cycle_path,
    detected_at = excluded.detected_at,
    is_present = true,
    status = 'open',
    acknowledged_by = NULL,
    acknowledged_at = NULL,
    resolved_by = NULL,
    resolved_at = NULL,
    resolution_notes = NULL
WHERE NOT a.is_present
RETURNING cycle_key, id
