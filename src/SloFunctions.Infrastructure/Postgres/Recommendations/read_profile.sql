SELECT s.metadata ->> 'archetype', s.service_type,
  (SELECT c.hour FROM sli_hourly_counts c WHERE c.service_id = s.id ORDER BY c.hour LIMIT 1)
FROM services s
WHERE s.service_id = $1
