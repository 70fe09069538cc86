INSERT INTO notification_targets (id, team, name, position, format, events, shown_url, url, secret, updated_at)
VALUES ($1, $2, $3, $4, $5, $6::text[]::slo.audit_action[], $7, $8, $9, $10)
ON CONFLICT (team, name) DO UPDATE SET
  position = excluded.position, format = excluded.format, events = excluded.events, shown_url = excluded.shown_url,
  url = excluded.url, secret = excluded.secret, updated_at = excluded.updated_at
