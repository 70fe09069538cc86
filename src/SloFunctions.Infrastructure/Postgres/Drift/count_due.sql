SELECT count(*) FILTER (WHERE s.criticality = 'critical'), count(*) FILTER (WHERE s.criticality <> 'critical')
FROM services s
  LEFT JOIN drift_progress p ON p.service_id = s.id
WHERE s.criticality = 'critical' OR p.evaluated_at IS NULL OR p.evaluated_at <= $1
