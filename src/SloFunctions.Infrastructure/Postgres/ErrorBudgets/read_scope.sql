-- The end of the last hour stored, and the services meant: NULL for all. $1 names services, $2 a team; both are NULL for all.
SELECT (SELECT through FROM aggregation_progress),
  CASE WHEN $1::text[] IS NOT NULL OR $2::text IS NOT NULL THEN ARRAY(
    SELECT s.id FROM services s JOIN active_slos a ON a.service_id = s.id WHERE s.service_id = ANY ($1) OR s.team = $2) END
