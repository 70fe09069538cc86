CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA slo;

-- Somebody may have installed it before, in a schema of their own choice.
DO $$
DECLARE
  home text := (SELECT n.nspname FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pgcrypto');
BEGIN
  EXECUTE format('CREATE FUNCTION slo.hash_key(digest text) RETURNS text LANGUAGE sql VOLATILE AS $f$ SELECT %1$I.crypt(digest, %1$I.gen_salt(''bf'', 12)) $f$', home);
  EXECUTE format('CREATE FUNCTION slo.rehash_key(digest text, hash text) RETURNS text LANGUAGE sql IMMUTABLE AS $f$ SELECT %1$I.crypt(digest, hash) $f$', home);
END
$$;
REVOKE ALL ON FUNCTION slo.hash_key(text), slo.rehash_key(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION slo.hash_key(text), slo.rehash_key(text, text) TO slo_app;
