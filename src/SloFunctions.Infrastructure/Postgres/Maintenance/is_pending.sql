-- Whether requests of services are stored that fell into maintenance and are not left out yet.
SELECT EXISTS (
  SELECT FROM aggregation_progress p
    CROSS JOIN LATERAL maintenance_hours(p.through - interval '696 hours', p.through) h
    LEFT JOIN sli_excluded_counts e ON e.service_id = h.service_id AND e.hour = h.hour
  WHERE h.service_id = ANY ($1::uuid[]) AND e.basis IS DISTINCT FROM h.basis)
