DO $$
DECLARE
  login text := current_setting('slo.login_name');
  verifier text := current_setting('slo.login_verifier');
BEGIN
  BEGIN
    EXECUTE format('CREATE ROLE %I LOGIN INHERIT PASSWORD %L', login, verifier);
    EXECUTE format('GRANT slo_app TO %I', login);
  EXCEPTION WHEN duplicate_object OR unique_violation THEN
    -- Only a login made here before gets a new password; an administrator's must not change hands by a misspelt name.
    IF NOT EXISTS (
      SELECT FROM pg_catalog.pg_roles r JOIN pg_catalog.pg_auth_members m ON m.member = r.oid
      WHERE r.rolname = login AND m.roleid = 'slo_app'::regrole AND NOT r.rolsuper AND NOT r.rolcreaterole) THEN
      RAISE EXCEPTION 'role "%" exists and is not a login of the application', login USING ERRCODE = 'duplicate_object';
    END IF;
    EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', login, verifier);
  END;
END
$$;
