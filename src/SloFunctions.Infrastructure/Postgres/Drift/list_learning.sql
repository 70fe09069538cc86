WITH wanted AS (
  SELECT s.id, s.service_id, g.signal, coalesce(b.version, 0) AS version, b.shifted_since, p.baseline_tried_at
  FROM services s
    CROSS JOIN (VALUES ('latency'), ('error_ratio')) AS g (signal)
    LEFT JOIN drift_baselines b ON b.service_id = s.id AND b.signal = g.signal
    LEFT JOIN drift_states d ON d.service_id = s.id AND d.signal = g.signal
    LEFT JOIN drift_progress p ON p.service_id = s.id
  WHERE (p.baseline_tried_at IS NULL OR p.baseline_tried_at <= $3)
    AND (b.service_id IS NULL OR (b.shifted_since IS NULL AND b.learnt_to <= $1 AND d.state IS DISTINCT FROM 'suspected') OR b.shifted_since <= $2)
), chosen AS (
  SELECT id FROM wanted GROUP BY id ORDER BY min(baseline_tried_at) NULLS FIRST, id LIMIT $4
)
SELECT w.service_id, w.signal, w.version, w.shifted_since
FROM wanted w JOIN chosen c ON c.id = w.id
ORDER BY w.id, w.signal
