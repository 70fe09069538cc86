-- What was computed on other dependencies is computed anew when asked for next. A dependency is another one when what is
-- shown of it changes: the submission must not be older than what its source said last, and no source that is trusted
-- more ($6 lists the others) may hide it. What is stored is looked up by its key, edge by edge: a plain join is planned
-- as a nested scan of the whole table while its statistics are young.
UPDATE recommendation_sets SET is_stale = true
WHERE status = 'active' AND NOT is_stale AND EXISTS (
  SELECT FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS e (source, target, communication_mode, criticality)
    JOIN services s ON s.service_id = e.source
    JOIN services t ON t.service_id = e.target
    LEFT JOIN LATERAL (
      SELECT d.last_observed_at
      FROM service_dependencies d
      WHERE d.source_service_id = s.id AND d.target_service_id = t.id AND d.discovery_source = $5
      LIMIT 1) own ON true
    LEFT JOIN LATERAL (
      SELECT * FROM effective_dependencies d WHERE d.source_service_id = s.id AND d.target_service_id = t.id LIMIT 1) shown ON true
  WHERE (own.last_observed_at IS NULL OR own.last_observed_at <= $7)
    AND (shown.discovery_source IS NULL OR shown.discovery_source = ANY ($6::text[]))
    AND (shown.communication_mode::text, shown.criticality::text) IS DISTINCT FROM (e.communication_mode, e.criticality))
