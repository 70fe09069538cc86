-- Hours whose requests were not a number (defect 1) are gaps.
INSERT INTO sli_daily_counts (service_id, day, latency_layout_id, hours, good, total, latency_through, latency_counts)
SELECT c.service_id, t.day, c.latency_layout_id, count(*), sum(c.good), sum(c.total),
  max(c.hour) FILTER (WHERE c.latency_counts[cardinality(c.latency_counts)] > 0),
  {bucket_sums}
FROM touched_days t
  JOIN sli_hourly_counts c ON c.service_id = t.service_id AND c.hour >= t.day AND c.hour < t.day + interval '24 hours'
-- Implied by the join, and said again so that other months and days are not looked at.
WHERE c.hour >= $1 AND c.hour < $2 AND c.defects & 1 = 0
GROUP BY c.service_id, t.day, c.latency_layout_id
