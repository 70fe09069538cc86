SELECT g.id, g.content_hash
FROM current_graph c
  JOIN graph_snapshots g ON g.id = c.snapshot_id
