SELECT service_id, team, criticality::text, tier, service_type::text, discovered, metadata::text
FROM services
WHERE service_id = ANY ($1::text[])
ORDER BY service_id
