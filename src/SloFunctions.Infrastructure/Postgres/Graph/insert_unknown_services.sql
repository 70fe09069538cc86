-- Every service named anywhere in the submission exists afterwards, as a placeholder until metadata comes.
INSERT INTO services (service_id, discovered)
SELECT DISTINCT id, true FROM unnest($1::text[]) AS id
ON CONFLICT (service_id) DO NOTHING
