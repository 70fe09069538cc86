-- Always one row, so that the version is that of the very moment the set was read. The latest set, whatever became of it: one that
-- was decided on or has expired is outdated, but better than nothing while no other can be computed.
SELECT v.recommendations, s.id IS NOT NULL, r.id, r.document, r.generated_at,
  CASE WHEN r.is_stale OR r.status <> 'active' THEN r.generated_at ELSE r.expires_at END
FROM cache_version v
  LEFT JOIN services s ON s.service_id = $1
  LEFT JOIN LATERAL (
    SELECT l.id, l.document, l.generated_at, l.expires_at, l.is_stale, l.status
    FROM recommendation_sets l
    WHERE l.service_id = s.id AND l.lookback_days = $2 AND l.method = $3
    ORDER BY l.generated_at DESC
    LIMIT 1) r ON true
