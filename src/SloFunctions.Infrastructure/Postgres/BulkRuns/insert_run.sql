INSERT INTO recommendation_runs (id, scope, team, lookback_days, method, force, requested_by, requested_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ((true)) WHERE state IN ('accepted', 'running', 'cancelling') DO NOTHING
