-- The same services may need each other along another way than before.
UPDATE circular_dependency_alerts a SET cycle_path = c.cycle_path::jsonb
FROM unnest($1::text[], $2::text[]) AS c (cycle_key, cycle_path)
WHERE a.cycle_key = c.cycle_key AND a.cycle_path IS DISTINCT FROM c.cycle_path::jsonb
