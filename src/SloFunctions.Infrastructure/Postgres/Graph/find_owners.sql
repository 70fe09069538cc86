SELECT service_id, team, discovered
FROM services
WHERE service_id = ANY ($1)
