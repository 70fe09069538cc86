INSERT INTO sli_excluded_counts AS e (service_id, hour, good, total, latency_layout_id, latency_counts, basis)
SELECT s.id, m.hour, m.good, m.total, CASE WHEN m.latency IS NOT NULL THEN h.latency_layout_id END, m.latency::bigint[], m.basis
FROM unnest($1::text[], $2::timestamptz[], $3::bigint[], $4::bigint[], $5::text[], $6::text[]) AS m (service, hour, good, total, latency, basis)
  JOIN services s ON s.service_id = m.service
  -- What has changed since it was looked at is measured anew.
  JOIN maintenance_hours($7, $8) h ON h.service_id = s.id AND h.hour = m.hour AND h.basis = m.basis
ORDER BY s.id, m.hour
ON CONFLICT (service_id, hour) DO UPDATE
SET good = excluded.good,
    total = excluded.total,
    latency_layout_id = excluded.latency_layout_id,
    latency_counts = excluded.latency_counts,
    basis = excluded.basis
