-- $1 the set, $2 its items that were decided on, $3 what became of them.
WITH closed AS (
  UPDATE slo_recommendations SET status = $3 WHERE recommendation_id = $1 AND id = ANY ($2::uuid[])
)
UPDATE recommendation_sets r
SET status = CASE WHEN 'accepted' IN ($3, (SELECT i.status FROM slo_recommendations i WHERE i.recommendation_id = $1 AND i.status = 'accepted' LIMIT 1)) THEN 'accepted' ELSE $3 END
WHERE r.id = $1
  AND NOT EXISTS (SELECT FROM slo_recommendations i WHERE i.recommendation_id = $1 AND i.status = 'active' AND i.id <> ALL ($2::uuid[]))
