INSERT INTO sli_aggregates AS a (service_id, sli_type, "window", value, sample_count, computed_at)
SELECT s.id, i.sli_type, $1, i.value, i.sample_count, $2
FROM incoming_aggregates i
  JOIN services s ON s.service_id = i.service_id
ORDER BY s.id, i.sli_type
ON CONFLICT (service_id, sli_type, "window", computed_at) DO UPDATE
SET value = excluded.value, sample_count = excluded.sample_count
WHERE (a.value, a.sample_count) IS DISTINCT FROM (excluded.value, excluded.sample_count)
