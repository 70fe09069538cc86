-- Whether it must wait, and the number of the attempt that begins; 0 for none, also when somebody else stores it while this waits for its row.
WITH mine AS (
  SELECT discovery_source, position FROM graph_submissions WHERE id = $1 AND state <> 'failed'
), earlier AS (
  SELECT 1 FROM graph_submissions e JOIN mine USING (discovery_source) WHERE e.position < mine.position AND e.state <> 'failed' LIMIT 1
), begun AS (
  UPDATE graph_submissions
  SET state = 'processing', attempts = attempts + 1
  WHERE id = $1 AND state <> 'failed' AND NOT EXISTS (SELECT FROM earlier)
  RETURNING attempts
)
SELECT EXISTS (SELECT FROM earlier), coalesce((SELECT attempts FROM begun), 0)
