INSERT INTO graph_event_dead_letters
  (delivery_key, reason, errors, event_id, event_source, event_type, subject, received_at, payload, payload_bytes)
VALUES ($1, $2, $3::text::jsonb, $4::text, $5::text, $6::text, $7::text, $8, $9, $10)
ON CONFLICT (delivery_key) DO NOTHING
