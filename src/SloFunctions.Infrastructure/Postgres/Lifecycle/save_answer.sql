-- One that is remembered no more makes room; one that is keeps its place.
INSERT INTO idempotent_answers (client_id, key, request_hash, document, created_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (client_id, key) DO UPDATE
  SET request_hash = excluded.request_hash, document = excluded.document, created_at = excluded.created_at
  WHERE idempotent_answers.created_at <= $6
