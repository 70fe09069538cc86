INSERT INTO current_graph (snapshot_id) VALUES ($1)
ON CONFLICT (only_row) DO UPDATE SET snapshot_id = excluded.snapshot_id, changed_at = now()
