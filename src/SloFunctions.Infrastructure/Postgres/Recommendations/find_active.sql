SELECT r.document, CASE WHEN r.is_stale THEN r.generated_at ELSE r.expires_at END
FROM services s
  LEFT JOIN recommendation_sets r
    ON r.service_id = s.id AND r.lookback_days = $2 AND r.method = $3 AND r.status = 'active'
WHERE s.service_id = $1
