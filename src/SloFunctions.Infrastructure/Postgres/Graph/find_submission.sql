SELECT s.state, s.discovery_source::text, s.submitted_by, s.observed_at, s.received_at, s.nodes, s.edges,
  (SELECT coalesce(sum(e.nodes + e.edges), 0) FROM graph_submissions e WHERE e.position <= s.position AND e.state <> 'failed'),
  s.failure_reason, s.failure_detail
FROM graph_submissions s
WHERE s.id = $1
