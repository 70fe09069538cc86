-- Reached services are told apart by hops, not by paths, so that dense graphs cost at most services × hops. Dependencies are
-- looked up service by service: a plain join is planned as a scan of the whole table once many services are expected.
WITH RECURSIVE downstream (id, hops) AS (
    SELECT id, 0 FROM services WHERE service_id = $1 AND $2
  UNION
    SELECT e.target_service_id, r.hops + 1
    FROM downstream r
      CROSS JOIN LATERAL (
        SELECT d.target_service_id FROM service_dependencies d WHERE d.source_service_id = r.id AND NOT d.is_stale OFFSET 0) e
    WHERE r.hops < $4
      AND ($5 OR EXISTS (SELECT FROM services t WHERE t.id = e.target_service_id AND t.service_type = 'internal'))
), upstream (id, hops) AS (
    SELECT id, 0 FROM services WHERE service_id = $1 AND $3
  UNION
    SELECT e.source_service_id, r.hops + 1
    FROM upstream r
      CROSS JOIN LATERAL (
        SELECT d.source_service_id FROM service_dependencies d WHERE d.target_service_id = r.id AND NOT d.is_stale OFFSET 0) e
    WHERE r.hops < $4
      AND ($5 OR EXISTS (SELECT FROM services s WHERE s.id = e.source_service_id AND s.service_type = 'internal'))
)
SELECT e.source_service_id, e.target_service_id, e.discovery_source::text, e.communication_mode::text, e.criticality::text, e.protocol,
  e.timeout_ms, e.retry_config::text, e.redundancy_group, e.first_observed_at, e.last_observed_at, e.confidence_score
FROM (SELECT DISTINCT id FROM downstream WHERE hops < $4) r
  CROSS JOIN LATERAL (
    SELECT * FROM service_dependencies d WHERE d.source_service_id = r.id AND NOT d.is_stale OFFSET 0) e
WHERE $5 OR EXISTS (SELECT FROM services t WHERE t.id = e.target_service_id AND t.service_type = 'internal')
UNION ALL
SELECT e.source_service_id, e.target_service_id, e.discovery_source::text, e.communication_mode::text, e.criticality::text, e.protocol,
  e.timeout_ms, e.retry_config::text, e.redundancy_group, e.first_observed_at, e.last_observed_at, e.confidence_score
FROM (SELECT DISTINCT id FROM upstream WHERE hops < $4) r
  CROSS JOIN LATERAL (
    SELECT * FROM service_dependencies d WHERE d.target_service_id = r.id AND NOT d.is_stale OFFSET 0) e
WHERE $5 OR EXISTS (SELECT FROM services s WHERE s.id = e.source_service_id AND s.service_type = 'internal')
