-- A graph that was present before has its snapshot already, which nothing may change.
WITH made AS (
  INSERT INTO graph_snapshots (content_hash, node_count, edge_count, content)
  VALUES ($1, $2, $3, $4)
  ON CONFLICT (content_hash) DO NOTHING
  RETURNING id
)
SELECT id FROM made
UNION ALL
SELECT id FROM graph_snapshots WHERE content_hash = $1
LIMIT 1
