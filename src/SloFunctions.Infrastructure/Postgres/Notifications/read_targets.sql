SELECT t.id, t.name, t.format, t.events::text[], t.shown_url, t.url, t.secret, t.updated_at
FROM notification_targets t
WHERE t.team = $1
ORDER BY t.position
