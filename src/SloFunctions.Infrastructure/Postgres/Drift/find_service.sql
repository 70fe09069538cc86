SELECT s.criticality, p.evaluated_at, g.signal, d.state, d.since, d.findings::text,
  b.points, b.learnt_from, b.learnt_to, b.shifted_since
FROM services s
  CROSS JOIN (VALUES (1, 'latency'), (2, 'error_ratio')) AS g (position, signal)
  LEFT JOIN drift_progress p ON p.service_id = s.id
  LEFT JOIN drift_states d ON d.service_id = s.id AND d.signal = g.signal
  LEFT JOIN drift_baselines b ON b.service_id = s.id AND b.signal = g.signal
WHERE s.service_id = $1
ORDER BY g.position
