SELECT source_service_id, target_service_id, discovery_source::text, communication_mode::text, criticality::text, protocol, timeout_ms,
  retry_config::text, redundancy_group, first_observed_at, last_observed_at, confidence_score
FROM service_dependencies
WHERE NOT is_stale
