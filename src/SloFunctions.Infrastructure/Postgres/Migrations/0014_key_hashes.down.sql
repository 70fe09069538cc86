DROP FUNCTION slo.hash_key(text);
DROP FUNCTION slo.rehash_key(text, text);

-- One that was there before stays.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'pgcrypto' AND extnamespace = 'slo_crypto'::regnamespace) THEN
    DROP EXTENSION pgcrypto;
  END IF;
END
$$;
DROP SCHEMA slo_crypto;
