WITH closed AS (
  UPDATE recommendation_sets SET status = 'superseded'
  WHERE service_id = $1 AND lookback_days = $2 AND method = $3 AND status = 'active'
  RETURNING id
)
UPDATE slo_recommendations SET status = 'superseded'
WHERE recommendation_id IN (SELECT id FROM closed) AND status = 'active'
