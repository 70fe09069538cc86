-- In the order in which the rows of an hour lie in the database, so that neighbours share pages.
-- $2 names services, $3 a team; NULL for both means all. Named services may be external ones, which are nobody's to promise for otherwise.
WITH added AS (
  INSERT INTO recommendation_run_services (run_id, ordinal, service_id)
  SELECT $1, row_number() OVER (ORDER BY s.id) - 1, s.id
  FROM services s
  WHERE CASE WHEN $2::text[] IS NOT NULL THEN s.service_id = ANY ($2) ELSE s.service_type = 'internal' AND ($3::text IS NULL OR s.team = $3) END
  RETURNING 1
)
UPDATE recommendation_runs SET total = (SELECT count(*) FROM added) WHERE id = $1
RETURNING total
