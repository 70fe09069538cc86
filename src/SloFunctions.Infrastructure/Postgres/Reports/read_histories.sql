SELECT s.service_id, w.hours, w.good, w.total
FROM services s
  CROSS JOIN LATERAL (
    -- Unordered: the reader puts each hour into its place.
    SELECT array_agg((extract(epoch FROM hour - $2) / 3600)::integer) AS hours, array_agg(good) AS good, array_agg(total) AS total
    FROM sli_hourly_counts c
    WHERE c.service_id = s.id AND c.hour >= $2 AND c.hour < $3 AND c.defects & 1 = 0) w
WHERE s.service_id = ANY ($1::text[]) AND w.hours IS NOT NULL
