UPDATE service_dependencies SET is_stale = true, updated_at = now()
WHERE NOT is_stale AND last_observed_at < $1
