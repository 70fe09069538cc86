SELECT id, team FROM services WHERE service_id = $1 FOR NO KEY UPDATE
