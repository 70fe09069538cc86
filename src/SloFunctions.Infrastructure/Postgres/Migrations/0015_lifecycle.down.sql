DROP INDEX slo.idx_sets_expiry;
DROP TABLE slo.idempotent_answers;
ALTER TABLE slo.slo_audit_log DROP COLUMN details;
ALTER TABLE slo.active_slos
  DROP COLUMN selected_tier,
  DROP COLUMN version,
  ALTER COLUMN latency_p95_target_ms TYPE integer USING greatest(1, round(latency_p95_target_ms)),
  ALTER COLUMN latency_p99_target_ms TYPE integer USING greatest(1, round(latency_p99_target_ms)),
  ALTER COLUMN latency_threshold_ms TYPE integer USING greatest(1, round(latency_threshold_ms));
-- Entries of the audit log stay as they are; only new ones are held to the older words.
ALTER DOMAIN slo.audit_action DROP CONSTRAINT audit_action_check;
ALTER DOMAIN slo.audit_action ADD CONSTRAINT audit_action_check
  CHECK (VALUE IN ('accept', 'modify', 'reject', 'auto_approve', 'expire', 'drift_triggered')) NOT VALID;
