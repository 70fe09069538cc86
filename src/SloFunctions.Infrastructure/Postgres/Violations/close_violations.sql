UPDATE slo_violations o
SET ended_at = $1
FROM unnest($2::text[], $3::text[], $4::text[]) AS v (service, objective, severity) JOIN services s ON s.service_id = v.service
WHERE (o.service_id, o.objective, o.severity) = (s.id, v.objective, v.severity) AND o.ended_at IS NULL AND o.started_at < $1
