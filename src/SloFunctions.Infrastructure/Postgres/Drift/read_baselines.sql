SELECT s.service_id, b.signal, b.version, b.hour_medians, b.scale, b.points, b.learnt_from, b.learnt_to, b.shifted_since, b.shifted_before, b.shifted_after
FROM drift_baselines b JOIN services s ON s.id = b.service_id
WHERE s.service_id = ANY ($1::text[])
