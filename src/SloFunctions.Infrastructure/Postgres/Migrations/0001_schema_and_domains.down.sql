-- RESTRICT on purpose: anything a later down script forgot keeps the schema in place and fails the migration.
DROP DOMAIN slo.access_role, slo.aggregate_window, slo.aggregate_type, slo.audit_action, slo.slo_source,
  slo.recommendation_tier, slo.recommendation_status, slo.sli_type, slo.cycle_status, slo.discovery_source,
  slo.dependency_criticality, slo.communication_mode, slo.service_type, slo.service_criticality RESTRICT;
DROP SCHEMA slo RESTRICT;
