WITH expired AS (
  DELETE FROM graph_ingestions WHERE received_at < $4 - interval '90 days'
)
INSERT INTO graph_ingestions (id, delivery_key, discovery_source, received_at, receipt)
VALUES ($1, $2, $3, $4, $5)
