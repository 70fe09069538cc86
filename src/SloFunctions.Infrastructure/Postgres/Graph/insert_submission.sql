INSERT INTO graph_submissions
  (id, discovery_source, observed_at, received_at, nodes, edges, content, credential, client_id, submitted_by, role, teams)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text, $12)
