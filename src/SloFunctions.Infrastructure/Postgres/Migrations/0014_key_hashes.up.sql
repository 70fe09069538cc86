-- A schema of its own: the extension's objects belong to whoever could install it.
CREATE SCHEMA slo_crypto;
CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA slo_crypto;

-- Somebody may have installed it before, in a schema of their own choice. The application computes hashes of keys and
-- nothing else with it.
DO $$
DECLARE
  home text := (SELECT n.nspname FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pgcrypto');
BEGIN
  EXECUTE format(
    'CREATE FUNCTION slo.hash_key(digest text) RETURNS text LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
     AS $f$ SELECT %1$I.crypt(digest, %1$I.gen_salt(''bf'', 12)) $f$', home);
  EXECUTE format(
    'CREATE FUNCTION slo.rehash_key(digest text, hash text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
     AS $f$ SELECT %1$I.crypt(digest, hash) $f$', home);
END
$$;
REVOKE ALL ON FUNCTION slo.hash_key(text), slo.rehash_key(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION slo.hash_key(text), slo.rehash_key(text, text) TO slo_app;
