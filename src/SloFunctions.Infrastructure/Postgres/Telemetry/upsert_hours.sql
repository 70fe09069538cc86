INSERT INTO sli_hourly_counts AS c (service_id, hour, good, total, latency_layout_id, latency_counts, throttled_seconds, defects)
SELECT s.id, i.hour, i.good, i.total, i.latency_layout_id, i.latency_counts, i.throttled_seconds, i.defects
FROM incoming_hours i
  JOIN services s ON s.service_id = i.service_id
-- Whoever stores the same hours at the same time takes the rows in the same order.
ORDER BY s.id, i.hour
ON CONFLICT (service_id, hour) DO UPDATE
SET good = excluded.good,
    total = excluded.total,
    latency_layout_id = excluded.latency_layout_id,
    latency_counts = excluded.latency_counts,
    throttled_seconds = excluded.throttled_seconds,
    defects = excluded.defects
