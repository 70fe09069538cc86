WITH outdated AS (
  UPDATE recommendation_sets r SET is_stale = true
  FROM services s
  WHERE s.service_id = ANY ($1::text[]) AND r.service_id = s.id AND r.status = 'active' AND NOT r.is_stale
  RETURNING r.id
)
-- Instances drop what they keep of recommendations only if any of them has changed.
UPDATE cache_version SET graph = graph + 1, recommendations = recommendations + CASE WHEN EXISTS (SELECT FROM outdated) THEN 1 ELSE 0 END
