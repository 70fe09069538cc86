SELECT id, service_id, service_type::text, published_sla::double precision
FROM services
ORDER BY service_id
