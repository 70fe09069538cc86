SELECT service_id, team, criticality::text, tier, service_type::text, discovered, metadata::text
FROM services
WHERE $1::text IS NULL OR service_id > $1::text
ORDER BY service_id
LIMIT $2
