-- What was computed on other dependencies is computed anew when asked for next. Each stored dependency is looked up by its
-- key: a plain join is planned as a nested scan of the table while its statistics are young.
UPDATE recommendation_sets SET is_stale = true
WHERE status = 'active' AND NOT is_stale AND EXISTS (
  SELECT FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS e (source, target, communication_mode, criticality)
    JOIN services s ON s.service_id = e.source
    JOIN services t ON t.service_id = e.target
    LEFT JOIN LATERAL (
      SELECT d.communication_mode::text, d.criticality::text
      FROM service_dependencies d
      WHERE d.source_service_id = s.id AND d.target_service_id = t.id AND d.discovery_source = $5 AND NOT d.is_stale
      LIMIT 1) d ON true
  WHERE (d.communication_mode, d.criticality) IS DISTINCT FROM (e.communication_mode, e.criticality))
