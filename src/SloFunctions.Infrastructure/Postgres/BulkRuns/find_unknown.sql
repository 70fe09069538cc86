-- The places of the first unknown ids, and how many there are.
SELECT n.place, count(*) OVER ()
FROM (SELECT i.place::integer - 1 AS place, i.service_id FROM unnest($1::text[]) WITH ORDINALITY AS i (service_id, place)) n
WHERE NOT EXISTS (SELECT FROM services s WHERE s.service_id = n.service_id)
ORDER BY n.place
LIMIT $2
