-- Every objective of the SLOs activated before $1: availability, a percentile with its threshold, and the two fixed percentiles.
SELECT service_id, team, criticality, source, activated_at, target, threshold_ms, method, tier, promise
FROM promised_objectives
WHERE activated_at < $1
