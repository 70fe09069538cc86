INSERT INTO sli_gap_checks (hour, service_id)
SELECT g.hour, s.id
FROM unnest($1::timestamptz[], $2::text[]) AS g (hour, service)
  JOIN services s ON s.service_id = g.service
ORDER BY g.hour, s.id
ON CONFLICT DO NOTHING
