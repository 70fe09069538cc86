WITH tried AS (
  INSERT INTO drift_progress (service_id, baseline_tried_at)
  SELECT s.id, $10::timestamptz FROM services s WHERE s.service_id = ANY ($9::text[]) ORDER BY s.id
  ON CONFLICT (service_id) DO UPDATE SET baseline_tried_at = excluded.baseline_tried_at
), learnt AS (
  SELECT s.id, b.signal, b.version, ($4::double precision[])[24 * b.position - 23 : 24 * b.position] AS medians,
    b.scale, b.points, b.learnt_from, b.learnt_to
  FROM unnest($1::text[], $2::text[], $3::bigint[], $5::double precision[], $6::integer[], $7::timestamptz[], $8::timestamptz[])
    WITH ORDINALITY AS b (service_id, signal, version, scale, points, learnt_from, learnt_to, position)
    JOIN services s ON s.service_id = b.service_id
  ORDER BY s.id, b.signal
), kept AS (
  INSERT INTO drift_baselines AS present (service_id, signal, version, hour_medians, scale, points, learnt_from, learnt_to)
  SELECT id, signal, version, medians, scale, points, learnt_from, learnt_to FROM learnt
  ON CONFLICT (service_id, signal) DO UPDATE SET
    version = excluded.version, hour_medians = excluded.hour_medians, scale = excluded.scale, points = excluded.points,
    learnt_from = excluded.learnt_from, learnt_to = excluded.learnt_to, shifted_since = NULL, shifted_before = NULL, shifted_after = NULL
  -- One that took a drift in meanwhile stays.
  WHERE present.version = excluded.version - 1
  RETURNING 1
)
SELECT count(*) FROM kept
