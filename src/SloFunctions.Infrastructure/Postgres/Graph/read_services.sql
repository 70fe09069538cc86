SELECT service_id, team, criticality::text, tier, service_type::text, discovered, metadata::text, id
FROM services
WHERE id = ANY ($2::uuid[]) OR service_id = $1
ORDER BY service_id
