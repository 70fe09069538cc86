WITH written AS (
  INSERT INTO service_dependencies AS d
    (source_service_id, target_service_id, communication_mode, criticality, protocol, timeout_ms, retry_config, redundancy_group,
     call_count, confidence_score, discovery_source, first_observed_at, last_observed_at)
  SELECT s.id, t.id, e.communication_mode, e.criticality, e.protocol, e.timeout_ms, e.retry_config::jsonb, e.redundancy_group,
    e.call_count, e.confidence_score, $11, $12, $12
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::text[], $8::text[], $9::bigint[], $10::double precision[])
      AS e (source, target, communication_mode, criticality, protocol, timeout_ms, retry_config, redundancy_group, call_count, confidence_score)
    JOIN services s ON s.service_id = e.source
    JOIN services t ON t.service_id = e.target
  ON CONFLICT (source_service_id, target_service_id, discovery_source) DO UPDATE
  SET communication_mode = excluded.communication_mode,
      criticality = excluded.criticality,
      protocol = excluded.protocol,
      timeout_ms = excluded.timeout_ms,
      retry_config = excluded.retry_config,
      redundancy_group = excluded.redundancy_group,
      call_count = excluded.call_count,
      confidence_score = excluded.confidence_score,
      last_observed_at = excluded.last_observed_at,
      is_stale = false,
      updated_at = now()
  -- A submission that arrives late does not undo a newer one.
  WHERE excluded.last_observed_at >= d.last_observed_at
    AND (d.communication_mode, d.criticality, d.protocol, d.timeout_ms, d.retry_config, d.redundancy_group, d.call_count,
         d.confidence_score, d.last_observed_at, d.is_stale) IS DISTINCT FROM
      (excluded.communication_mode, excluded.criticality, excluded.protocol, excluded.timeout_ms, excluded.retry_config,
       excluded.redundancy_group, excluded.call_count, excluded.confidence_score, excluded.last_observed_at, false)
  RETURNING (d.xmax = 0) AS created
)
SELECT count(*) FILTER (WHERE created)::integer, count(*) FILTER (WHERE NOT created)::integer FROM written
