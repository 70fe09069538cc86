-- Always one row, so that the version is that of the very moment the set was read.
SELECT v.recommendations, s.id IS NOT NULL, r.id, r.document, r.generated_at, CASE WHEN r.is_stale THEN r.generated_at ELSE r.expires_at END
FROM cache_version v
  LEFT JOIN services s ON s.service_id = $1
  LEFT JOIN recommendation_sets r
    ON r.service_id = s.id AND r.lookback_days = $2 AND r.method = $3 AND r.status = 'active'
