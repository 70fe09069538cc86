UPDATE drift_baselines SET version = version + 1, shifted_since = $4, shifted_before = $5, shifted_after = $6
WHERE service_id = $1 AND signal = $2 AND version = $3
