WITH found AS (
  SELECT s.id, f.signal, f.state, f.since, f.findings::jsonb AS findings
  FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[]) AS f (service_id, signal, state, since, findings)
    JOIN services s ON s.service_id = f.service_id
  -- Two that save at once take their rows in one order.
  ORDER BY s.id, f.signal
), kept AS (
  INSERT INTO drift_states (service_id, signal, state, since, findings, evaluated_at)
  SELECT id, signal, state, since, findings, $6 FROM found
  ON CONFLICT (service_id, signal) DO UPDATE SET
    state = excluded.state,
    since = CASE WHEN drift_states.state = excluded.state AND excluded.state <> 'drifted' THEN drift_states.since ELSE excluded.since END,
    findings = excluded.findings,
    evaluated_at = excluded.evaluated_at
  WHERE drift_states.evaluated_at <= excluded.evaluated_at
)
INSERT INTO drift_progress (service_id, evaluated_at)
SELECT DISTINCT id, $6::timestamptz FROM found ORDER BY id
ON CONFLICT (service_id) DO UPDATE SET evaluated_at = greatest(drift_progress.evaluated_at, excluded.evaluated_at)
