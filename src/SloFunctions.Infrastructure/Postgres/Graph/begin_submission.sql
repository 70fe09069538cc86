WITH mine AS (
  SELECT discovery_source, position FROM graph_submissions WHERE id = $1 AND state <> 'failed'
), begun AS (
  UPDATE graph_submissions s SET state = 'processing', attempts = s.attempts + 1
  FROM mine
  WHERE s.id = $1 AND s.state <> 'failed' AND NOT EXISTS (
    SELECT FROM graph_submissions e WHERE e.discovery_source = mine.discovery_source AND e.position < mine.position AND e.state <> 'failed')
  RETURNING s.attempts
)
SELECT EXISTS (SELECT FROM mine) AND NOT EXISTS (SELECT FROM begun), coalesce((SELECT attempts FROM begun), 0)
