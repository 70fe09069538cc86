-- Roles belong to the cluster, not to a database: runners of two databases may create them at the same moment, and no
-- lock spans databases without superuser rights. So each step looks first and takes "somebody else was faster" for done.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['slo_owner', 'slo_app'] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
  END LOOP;

  -- Whoever migrates acts as slo_owner; since PostgreSQL 16 having created a role no longer allows becoming it.
  IF NOT pg_catalog.pg_has_role(current_user, 'slo_owner', 'USAGE') THEN
    BEGIN
      EXECUTE format('GRANT slo_owner TO %I', current_user);
    EXCEPTION WHEN unique_violation THEN
      NULL;
    END;
  END IF;

  IF NOT pg_catalog.has_database_privilege('slo_owner', current_database(), 'CREATE') THEN
    EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO slo_owner', current_database());
  END IF;
  IF NOT EXISTS (
    SELECT FROM pg_catalog.pg_database d, pg_catalog.aclexplode(d.datacl) a
    WHERE d.datname = current_database() AND a.grantee = 'slo_app'::regrole AND a.privilege_type = 'CONNECT') THEN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO slo_app', current_database());
  END IF;
END
$$;
