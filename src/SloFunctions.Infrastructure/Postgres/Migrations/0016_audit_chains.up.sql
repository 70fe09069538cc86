-- The last link of every chain. Only the triggers below write here, as the owner; whoever inserts an entry cannot.
CREATE TABLE slo.audit_heads (
  chain_id uuid   PRIMARY KEY,
  sequence bigint NOT NULL CHECK (sequence > 0),
  hash     bytea  NOT NULL CHECK (octet_length(hash) = 32)
) WITH (fillfactor = 50);
COMMENT ON TABLE slo.audit_heads IS 'The last link of the chain of each service; the log of what is set up is one chain with the nil UUID.';
COMMENT ON COLUMN slo.audit_heads.sequence IS 'The number of that entry, so of the entries.';
GRANT SELECT ON slo.audit_heads TO slo_app;

-- A field is one byte 0 for NULL, else one byte 1, the number of its bytes in UTF-8 as four bytes, and those: no two lists
-- of fields have the same encoding.
CREATE FUNCTION slo.audit_digest(previous_hash bytea, VARIADIC fields text[]) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT sha256(convert_to('slofunctions-audit/1', 'UTF8') || previous_hash || string_agg(
    CASE WHEN f.bytes IS NULL THEN '\x00'::bytea ELSE '\x01'::bytea || int4send(octet_length(f.bytes)) || f.bytes END,
    ''::bytea ORDER BY f.position))
  FROM (SELECT convert_to(field, 'UTF8'), position FROM unnest(fields) WITH ORDINALITY u (field, position)) f (bytes, position)
$$;
REVOKE ALL ON FUNCTION slo.audit_digest(bytea, text[]) FROM PUBLIC;

-- Whoever appends to a chain waits here until the entry before has been committed or rolled back.
CREATE FUNCTION slo.lock_audit_head(chain uuid, OUT sequence bigint, OUT hash bytea)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  SELECT h.sequence, h.hash INTO sequence, hash FROM slo.audit_heads h WHERE h.chain_id = chain FOR UPDATE;
  IF NOT FOUND THEN
    -- Two first entries at once: the second waits here for the first, and goes on behind it.
    INSERT INTO slo.audit_heads VALUES (chain, 1, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
    IF FOUND THEN
      sequence := 0;
      hash := decode(repeat('00', 32), 'hex');
    ELSE
      SELECT h.sequence, h.hash INTO STRICT sequence, hash FROM slo.audit_heads h WHERE h.chain_id = chain FOR UPDATE;
    END IF;
  END IF;
END
$$;
REVOKE ALL ON FUNCTION slo.lock_audit_head(uuid) FROM PUBLIC;

CREATE FUNCTION slo.chain_slo_audit_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  head record;
BEGIN
  SELECT * INTO head FROM slo.lock_audit_head(NEW.service_id);
  -- A row that ON CONFLICT drops afterwards would leave a gap behind.
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM slo.slo_audit_log WHERE id = NEW.id) THEN
    RAISE EXCEPTION 'the audit log has an entry % already', NEW.id USING ERRCODE = 'unique_violation';
  END IF;
  NEW.sequence := head.sequence + 1;
  NEW.previous_hash := head.hash;
  NEW.hash := slo.audit_digest(
    NEW.previous_hash, 'slo_audit_log', NEW.service_id::text, NEW.sequence::text, NEW.id::text, NEW.action::text, NEW.actor::text,
    NEW.recommendation_id::text, NEW.recommendation_set_id::text, NEW.previous_slo::text, NEW.new_slo::text, NEW.selected_tier::text,
    NEW.rationale, NEW.modification_delta::text, NEW.details::text, (extract(epoch FROM NEW."timestamp") * 1000000)::bigint::text);
  UPDATE slo.audit_heads h SET sequence = NEW.sequence, hash = NEW.hash WHERE h.chain_id = NEW.service_id;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION slo.chain_slo_audit_entry() FROM PUBLIC;

CREATE FUNCTION slo.chain_admin_audit_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  chain constant uuid := '00000000-0000-0000-0000-000000000000';
  head record;
BEGIN
  SELECT * INTO head FROM slo.lock_audit_head(chain);
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM slo.admin_audit_log WHERE id = NEW.id) THEN
    RAISE EXCEPTION 'the audit log has an entry % already', NEW.id USING ERRCODE = 'unique_violation';
  END IF;
  NEW.sequence := head.sequence + 1;
  NEW.previous_hash := head.hash;
  NEW.hash := slo.audit_digest(
    NEW.previous_hash, 'admin_audit_log', chain::text, NEW.sequence::text, NEW.id::text, NEW.actor::text, NEW.action, NEW.subject_type,
    NEW.subject_id, NEW.previous::text, NEW.current::text, NEW.rationale, (extract(epoch FROM NEW."timestamp") * 1000000)::bigint::text);
  UPDATE slo.audit_heads h SET sequence = NEW.sequence, hash = NEW.hash WHERE h.chain_id = chain;
  RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION slo.chain_admin_audit_entry() FROM PUBLIC;

ALTER TABLE slo.slo_audit_log ADD COLUMN sequence bigint, ADD COLUMN previous_hash bytea, ADD COLUMN hash bytea;
ALTER TABLE slo.admin_audit_log ADD COLUMN sequence bigint, ADD COLUMN previous_hash bytea, ADD COLUMN hash bytea;

-- Entries from before are chained in the order they were written in. Within this transaction nobody else reaches the tables.
ALTER TABLE slo.slo_audit_log DISABLE TRIGGER slo_audit_log_append_only;
ALTER TABLE slo.admin_audit_log DISABLE TRIGGER admin_audit_log_append_only;
CREATE TRIGGER chain_earlier BEFORE UPDATE ON slo.slo_audit_log FOR EACH ROW EXECUTE FUNCTION slo.chain_slo_audit_entry();
CREATE TRIGGER chain_earlier BEFORE UPDATE ON slo.admin_audit_log FOR EACH ROW EXECUTE FUNCTION slo.chain_admin_audit_entry();
DO $$
DECLARE
  entry uuid;
BEGIN
  FOR entry IN SELECT id FROM slo.slo_audit_log ORDER BY service_id, "timestamp", id LOOP
    UPDATE slo.slo_audit_log SET sequence = 0 WHERE id = entry;
  END LOOP;
  FOR entry IN SELECT id FROM slo.admin_audit_log ORDER BY "timestamp", id LOOP
    UPDATE slo.admin_audit_log SET sequence = 0 WHERE id = entry;
  END LOOP;
END
$$;
DROP TRIGGER chain_earlier ON slo.slo_audit_log;
DROP TRIGGER chain_earlier ON slo.admin_audit_log;
ALTER TABLE slo.slo_audit_log ENABLE ALWAYS TRIGGER slo_audit_log_append_only;
ALTER TABLE slo.admin_audit_log ENABLE ALWAYS TRIGGER admin_audit_log_append_only;

ALTER TABLE slo.slo_audit_log
  ALTER COLUMN sequence SET NOT NULL, ALTER COLUMN previous_hash SET NOT NULL, ALTER COLUMN hash SET NOT NULL,
  ADD CHECK (octet_length(previous_hash) = 32 AND octet_length(hash) = 32),
  ADD UNIQUE (service_id, sequence);
ALTER TABLE slo.admin_audit_log
  ALTER COLUMN sequence SET NOT NULL, ALTER COLUMN previous_hash SET NOT NULL, ALTER COLUMN hash SET NOT NULL,
  ADD CHECK (octet_length(previous_hash) = 32 AND octet_length(hash) = 32),
  ADD UNIQUE (sequence);

CREATE TRIGGER slo_audit_log_chain BEFORE INSERT ON slo.slo_audit_log FOR EACH ROW EXECUTE FUNCTION slo.chain_slo_audit_entry();
CREATE TRIGGER admin_audit_log_chain BEFORE INSERT ON slo.admin_audit_log FOR EACH ROW EXECUTE FUNCTION slo.chain_admin_audit_entry();
ALTER TABLE slo.slo_audit_log ENABLE ALWAYS TRIGGER slo_audit_log_chain;
ALTER TABLE slo.admin_audit_log ENABLE ALWAYS TRIGGER admin_audit_log_chain;

-- A page of history is read from the place where the last one ended, whatever it is filtered by.
DROP INDEX slo.idx_audit_service_time;
CREATE INDEX idx_audit_service_time ON slo.slo_audit_log (service_id, "timestamp" DESC, sequence DESC);
CREATE INDEX idx_audit_service_action_time ON slo.slo_audit_log (service_id, action, "timestamp" DESC, sequence DESC);
CREATE INDEX idx_audit_service_actor_action_time ON slo.slo_audit_log (service_id, actor, action, "timestamp" DESC, sequence DESC);
