WITH RECURSIVE closure (id) AS (
    SELECT id FROM services WHERE service_id = $1
  UNION
    SELECT e.target_service_id
    FROM closure c
      CROSS JOIN LATERAL (SELECT * FROM effective_dependencies d WHERE d.source_service_id = c.id) e
    WHERE e.criticality = 'hard' AND e.communication_mode = 'sync'
)
SELECT s.service_id, t.service_id
FROM closure c
  CROSS JOIN LATERAL (SELECT * FROM effective_dependencies d WHERE d.source_service_id = c.id) e
  JOIN services s ON s.id = e.source_service_id
  JOIN services t ON t.id = e.target_service_id
WHERE e.criticality = 'hard' AND e.communication_mode = 'sync'
ORDER BY s.service_id, t.service_id
