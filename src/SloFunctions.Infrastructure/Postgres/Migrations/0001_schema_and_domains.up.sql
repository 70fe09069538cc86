CREATE SCHEMA slo;
GRANT USAGE ON SCHEMA slo TO slo_app;

-- Closed sets of words are text domains with a CHECK, not ENUM types: a value of an ENUM can be added but never removed,
-- so a migration that adds one could not be reversed.
CREATE DOMAIN slo.service_criticality AS text CHECK (VALUE IN ('critical', 'high', 'medium', 'low'));
CREATE DOMAIN slo.service_type AS text CHECK (VALUE IN ('internal', 'external'));
CREATE DOMAIN slo.communication_mode AS text CHECK (VALUE IN ('sync', 'async'));
CREATE DOMAIN slo.dependency_criticality AS text CHECK (VALUE IN ('hard', 'soft', 'degraded'));
CREATE DOMAIN slo.discovery_source AS text CHECK (VALUE IN ('manual', 'otel_service_graph', 'kubernetes', 'service_mesh'));
CREATE DOMAIN slo.cycle_status AS text CHECK (VALUE IN ('open', 'acknowledged', 'resolved'));
CREATE DOMAIN slo.sli_type AS text CHECK (VALUE IN ('availability', 'latency'));
CREATE DOMAIN slo.recommendation_status AS text CHECK (VALUE IN ('active', 'superseded', 'expired', 'accepted', 'rejected'));
CREATE DOMAIN slo.recommendation_tier AS text CHECK (VALUE IN ('conservative', 'balanced', 'aggressive'));
CREATE DOMAIN slo.slo_source AS text CHECK (VALUE IN ('recommendation_accepted', 'recommendation_modified', 'manual'));
CREATE DOMAIN slo.audit_action AS text
  CHECK (VALUE IN ('accept', 'modify', 'reject', 'auto_approve', 'expire', 'drift_triggered'));
CREATE DOMAIN slo.aggregate_type AS text
  CHECK (VALUE IN ('availability', 'latency_p50', 'latency_p95', 'latency_p99', 'error_rate', 'request_rate'));
CREATE DOMAIN slo.aggregate_window AS text CHECK (VALUE IN ('1h', '1d', '7d', '28d', '90d'));
CREATE DOMAIN slo.access_role AS text CHECK (VALUE IN ('viewer', 'service_owner', 'sre_admin'));
