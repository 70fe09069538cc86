DROP INDEX slo.idx_sets_expiry;
DROP TABLE slo.idempotent_answers;
ALTER TABLE slo.slo_audit_log DROP COLUMN details;
ALTER TABLE slo.active_slos
  DROP COLUMN selected_tier,
  DROP COLUMN version,
  DROP CONSTRAINT active_slos_latency_p95_target_ms_check,
  DROP CONSTRAINT active_slos_latency_p99_target_ms_check,
  DROP CONSTRAINT active_slos_latency_threshold_ms_check,
  ALTER COLUMN latency_p95_target_ms TYPE integer USING greatest(1, round(latency_p95_target_ms)),
  ALTER COLUMN latency_p99_target_ms TYPE integer USING greatest(1, round(latency_p99_target_ms)),
  ALTER COLUMN latency_threshold_ms TYPE integer USING greatest(1, round(latency_threshold_ms));
ALTER TABLE slo.active_slos
  ADD CONSTRAINT active_slos_latency_p95_target_ms_check CHECK (latency_p95_target_ms > 0),
  ADD CONSTRAINT active_slos_latency_p99_target_ms_check CHECK (latency_p99_target_ms > 0),
  ADD CONSTRAINT active_slos_latency_threshold_ms_check CHECK (latency_threshold_ms > 0);
ALTER DOMAIN slo.audit_action DROP CONSTRAINT audit_action_check;
ALTER DOMAIN slo.audit_action ADD CONSTRAINT audit_action_check
  CHECK (VALUE IN ('accept', 'modify', 'reject', 'auto_approve', 'expire', 'drift_triggered')) NOT VALID;
-- Entries of the audit log stay as they are; where some have the newer word, only new ones are held to the older ones.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM slo.slo_audit_log WHERE action = 'manual') THEN
    ALTER DOMAIN slo.audit_action VALIDATE CONSTRAINT audit_action_check;
  END IF;
END
$$;
