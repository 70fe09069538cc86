WITH delivered AS (
  DELETE FROM notification_deliveries
  WHERE id IN (SELECT id FROM notification_deliveries WHERE state = 'delivered' AND delivered_at < $1 ORDER BY delivered_at LIMIT $2)
  RETURNING id
), given_up AS (
  DELETE FROM notification_dead_letters
  WHERE id IN (SELECT id FROM notification_dead_letters WHERE given_up_at < $1 ORDER BY given_up_at LIMIT $2)
  RETURNING id
)
SELECT ((SELECT count(*) FROM delivered) + (SELECT count(*) FROM given_up))::int
