-- Somebody may bring targets of their own, and that is neither an acceptance nor a change of a recommendation.
ALTER DOMAIN slo.audit_action DROP CONSTRAINT audit_action_check;
ALTER DOMAIN slo.audit_action ADD CONSTRAINT audit_action_check
  CHECK (VALUE IN ('accept', 'modify', 'reject', 'manual', 'auto_approve', 'expire', 'drift_triggered'));

-- Bucket boundaries may be fractions of a millisecond, and a threshold off them could not be measured.
ALTER TABLE slo.active_slos
  ALTER COLUMN latency_p95_target_ms TYPE numeric(10,3),
  ALTER COLUMN latency_p99_target_ms TYPE numeric(10,3),
  ALTER COLUMN latency_threshold_ms TYPE numeric(10,3),
  ADD COLUMN version bigint NOT NULL DEFAULT 1 CHECK (version > 0),
  ADD COLUMN selected_tier slo.recommendation_tier;
COMMENT ON COLUMN slo.active_slos.version IS 'Grows with each change; with the id it is the entity tag that clients hold changes against.';

ALTER TABLE slo.slo_audit_log ADD COLUMN details jsonb CHECK (jsonb_typeof(details) = 'object');
COMMENT ON COLUMN slo.slo_audit_log.details IS 'What else belongs to the action: the warnings given, the rule that fired.';

-- The first answer to a request that its sender marked with a key, so that the same request sent again is answered the same.
CREATE TABLE slo.idempotent_answers (
  client_id    text        NOT NULL CHECK (length(client_id) BETWEEN 1 AND 512),
  key          text        NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  request_hash bytea       NOT NULL CHECK (octet_length(request_hash) = 32),
  document     text        NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (client_id, key)
);
CREATE INDEX idx_idempotent_answers_time ON slo.idempotent_answers (created_at);

CREATE INDEX idx_sets_expiry ON slo.recommendation_sets (expires_at) WHERE status = 'active';

GRANT SELECT, INSERT, UPDATE, DELETE ON slo.idempotent_answers TO slo_app;
