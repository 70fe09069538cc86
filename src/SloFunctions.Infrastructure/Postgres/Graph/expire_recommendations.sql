UPDATE recommendation_sets r SET is_stale = true
FROM services s
WHERE s.service_id = ANY ($1::text[]) AND r.service_id = s.id AND r.status = 'active' AND NOT r.is_stale
