-- What is violated. One that ended after $1 was known by then: who comes late opens nothing.
WITH violated AS (
  SELECT s.id AS service_id, v.*
  FROM unnest($2::text[], $3::text[], $4::text[], $5::uuid[], $6::double precision[], $7::double precision[])
      AS v (service, objective, severity, slo_id, burn_rate, remaining)
    JOIN services s ON s.service_id = v.service
),
worse AS (
  UPDATE slo_violations o
  SET worst_burn_rate = greatest(o.worst_burn_rate, v.burn_rate), worst_remaining = least(o.worst_remaining, v.remaining)
  FROM violated v
  WHERE (o.service_id, o.objective, o.severity) = (v.service_id, v.objective, v.severity) AND o.ended_at IS NULL
    AND (v.burn_rate > coalesce(o.worst_burn_rate, 0) OR v.remaining < coalesce(o.worst_remaining, 1))
)
INSERT INTO slo_violations (service_id, slo_id, objective, severity, started_at, worst_burn_rate, worst_remaining)
SELECT v.service_id, v.slo_id, v.objective, v.severity, $1, v.burn_rate, v.remaining
FROM violated v
WHERE NOT EXISTS (
  SELECT FROM slo_violations o
  WHERE (o.service_id, o.objective, o.severity) = (v.service_id, v.objective, v.severity) AND coalesce(o.ended_at, 'infinity') > $1)
ORDER BY v.service_id, v.objective, v.severity
ON CONFLICT (service_id, objective, severity) WHERE ended_at IS NULL DO NOTHING
