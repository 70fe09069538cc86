-- Append-only for everyone, the owner included: statement triggers catch a statement even when it matches no row, and
-- ENABLE ALWAYS keeps them firing where session_replication_role would silence ordinary ones. The application lacks the
-- privileges besides, and cannot alter the triggers because it owns nothing.
CREATE FUNCTION slo.refuse_audit_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;
REVOKE ALL ON FUNCTION slo.refuse_audit_change() FROM PUBLIC;

CREATE TABLE slo.slo_audit_log (
  id                    uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
  service_id            uuid         NOT NULL REFERENCES slo.services (id),
  action                slo.audit_action NOT NULL,
  actor                 varchar(255) NOT NULL CHECK (actor <> ''),
  recommendation_id     uuid         REFERENCES slo.slo_recommendations (id),
  recommendation_set_id uuid         REFERENCES slo.recommendation_sets (id),
  previous_slo          jsonb        CHECK (jsonb_typeof(previous_slo) = 'object'),
  new_slo               jsonb        CHECK (jsonb_typeof(new_slo) = 'object'),
  selected_tier         slo.recommendation_tier,
  rationale             text,
  modification_delta    jsonb        CHECK (jsonb_typeof(modification_delta) = 'object'),
  "timestamp"           timestamptz  NOT NULL DEFAULT now()
);
CREATE INDEX idx_audit_service_time ON slo.slo_audit_log (service_id, "timestamp" DESC);
CREATE INDEX idx_audit_actor_time ON slo.slo_audit_log (actor, "timestamp" DESC);
CREATE INDEX idx_audit_recommendation ON slo.slo_audit_log (recommendation_id);
CREATE INDEX idx_audit_set ON slo.slo_audit_log (recommendation_set_id);

CREATE TABLE slo.admin_audit_log (
  id           uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
  actor        varchar(255) NOT NULL CHECK (actor <> ''),
  action       text         NOT NULL CHECK (length(action) BETWEEN 1 AND 64),
  subject_type text         NOT NULL CHECK (length(subject_type) BETWEEN 1 AND 64),
  subject_id   text         NOT NULL CHECK (length(subject_id) BETWEEN 1 AND 255),
  previous     jsonb,
  current      jsonb,
  rationale    text,
  "timestamp"  timestamptz  NOT NULL DEFAULT now()
);
CREATE INDEX idx_admin_audit_subject_time ON slo.admin_audit_log (subject_type, subject_id, "timestamp" DESC);
CREATE INDEX idx_admin_audit_actor_time ON slo.admin_audit_log (actor, "timestamp" DESC);

CREATE TRIGGER slo_audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON slo.slo_audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION slo.refuse_audit_change();
CREATE TRIGGER admin_audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON slo.admin_audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION slo.refuse_audit_change();
ALTER TABLE slo.slo_audit_log ENABLE ALWAYS TRIGGER slo_audit_log_append_only;
ALTER TABLE slo.admin_audit_log ENABLE ALWAYS TRIGGER admin_audit_log_append_only;

GRANT SELECT, INSERT ON slo.slo_audit_log, slo.admin_audit_log TO slo_app;
