WITH forgotten AS (
  DELETE FROM graph_event_failures WHERE last_failed_at < $2 - interval '7 days' AND delivery_key <> $1
)
INSERT INTO graph_event_failures AS f (delivery_key, attempts, first_failed_at, last_failed_at)
VALUES ($1, 1, $2, $2)
ON CONFLICT (delivery_key) DO UPDATE
SET attempts = f.attempts + 1,
    -- Clocks of instances differ.
    last_failed_at = greatest(f.last_failed_at, excluded.last_failed_at)
RETURNING attempts, first_failed_at
