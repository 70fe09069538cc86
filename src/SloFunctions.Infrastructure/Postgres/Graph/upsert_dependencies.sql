INSERT INTO service_dependencies AS d
  (source_service_id, target_service_id, communication_mode, criticality, protocol, timeout_ms, retry_config,
   discovery_source, first_observed_at, last_observed_at)
SELECT s.id, t.id, e.communication_mode, e.criticality, e.protocol, e.timeout_ms, e.retry_config::jsonb, $8, $9, $9
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::text[])
    AS e (source, target, communication_mode, criticality, protocol, timeout_ms, retry_config)
  JOIN services s ON s.service_id = e.source
  JOIN services t ON t.service_id = e.target
ON CONFLICT (source_service_id, target_service_id, discovery_source) DO UPDATE
SET communication_mode = excluded.communication_mode,
    criticality = excluded.criticality,
    protocol = excluded.protocol,
    timeout_ms = excluded.timeout_ms,
    retry_config = excluded.retry_config,
    last_observed_at = excluded.last_observed_at,
    is_stale = false,
    updated_at = now()
-- A submission that arrives late does not undo a newer one.
WHERE excluded.last_observed_at >= d.last_observed_at
  AND (d.communication_mode, d.criticality, d.protocol, d.timeout_ms, d.retry_config, d.last_observed_at, d.is_stale) IS DISTINCT FROM
    (excluded.communication_mode, excluded.criticality, excluded.protocol, excluded.timeout_ms, excluded.retry_config,
     excluded.last_observed_at, false)
