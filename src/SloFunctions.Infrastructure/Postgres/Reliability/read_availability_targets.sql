SELECT s.service_id, a.availability_target
FROM active_slos a
  JOIN services s ON s.id = a.service_id
WHERE a.availability_target IS NOT NULL
