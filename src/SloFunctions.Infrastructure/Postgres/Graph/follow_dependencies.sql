-- Reached services are told apart by hops, not by paths, so that dense graphs cost at most services × hops.
WITH RECURSIVE downstream (id, hops) AS (
    SELECT id, 0 FROM services WHERE service_id = $1 AND $2
  UNION
    SELECT e.target_service_id, r.hops + 1
    FROM downstream r
      JOIN service_dependencies e ON e.source_service_id = r.id AND NOT e.is_stale
      JOIN services t ON t.id = e.target_service_id AND ($5 OR t.service_type = 'internal')
    WHERE r.hops < $4
), upstream (id, hops) AS (
    SELECT id, 0 FROM services WHERE service_id = $1 AND $3
  UNION
    SELECT e.source_service_id, r.hops + 1
    FROM upstream r
      JOIN service_dependencies e ON e.target_service_id = r.id AND NOT e.is_stale
      JOIN services s ON s.id = e.source_service_id AND ($5 OR s.service_type = 'internal')
    WHERE r.hops < $4
), followed (source_service_id, target_service_id) AS (
    SELECT e.source_service_id, e.target_service_id
    FROM (SELECT DISTINCT id FROM downstream WHERE hops < $4) r
      JOIN service_dependencies e ON e.source_service_id = r.id AND NOT e.is_stale
    WHERE e.target_service_id IN (SELECT id FROM downstream)
  UNION
    SELECT e.source_service_id, e.target_service_id
    FROM (SELECT DISTINCT id FROM upstream WHERE hops < $4) r
      JOIN service_dependencies e ON e.target_service_id = r.id AND NOT e.is_stale
    WHERE e.source_service_id IN (SELECT id FROM upstream)
)
SELECT s.service_id, t.service_id, e.communication_mode, e.criticality, e.protocol, e.timeout_ms, e.retry_config::text,
  e.redundancy_group, e.discovery_source, e.confidence_score, e.last_observed_at
FROM followed f
  CROSS JOIN LATERAL (
    SELECT * FROM effective_dependencies d
    WHERE d.source_service_id = f.source_service_id AND d.target_service_id = f.target_service_id) e
  JOIN services s ON s.id = e.source_service_id
  JOIN services t ON t.id = e.target_service_id
ORDER BY s.service_id, t.service_id
