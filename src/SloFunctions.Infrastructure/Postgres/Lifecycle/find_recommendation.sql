-- By its own id, or by that of one of its items.
SELECT r.document, r.status, r.expires_at, items.ids, items.statuses,
  (SELECT n.id
   FROM recommendation_sets n
   WHERE n.service_id = r.service_id AND n.lookback_days = r.lookback_days AND n.method = r.method AND n.status = 'active' AND n.id <> r.id)
FROM recommendation_sets r
  CROSS JOIN LATERAL (
    SELECT array_agg(i.id) AS ids, array_agg(i.status::text) AS statuses FROM slo_recommendations i WHERE i.recommendation_id = r.id) items
WHERE r.service_id = $1 AND r.id = coalesce((SELECT i.recommendation_id FROM slo_recommendations i WHERE i.id = $2), $2)
