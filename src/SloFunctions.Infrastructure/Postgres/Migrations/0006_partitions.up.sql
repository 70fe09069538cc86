CREATE FUNCTION slo.partitioned_by_month() RETURNS TABLE (parent text, is_hourly boolean)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  -- The hourly counts outlive the hourly aggregates: a lookback of a year is a sum of counts.
  VALUES ('sli_hourly_counts', false), ('sli_aggregates_1h', true), ('sli_aggregates_1d', false),
    ('sli_aggregates_7d', false), ('sli_aggregates_28d', false), ('sli_aggregates_90d', false)
$$;

CREATE FUNCTION slo.ensure_partitions(first timestamptz, last timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET lock_timeout = '5s' AS $$
DECLARE
  created integer := 0;
  missing boolean;
  part record;
BEGIN
  IF first IS NULL OR last IS NULL OR NOT isfinite(first) OR NOT isfinite(last) OR first > last THEN
    RAISE EXCEPTION 'partitions need a finite first time that is not after the last one, got % and %', first, last
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF last >= date_trunc('month', first) + interval '60 months' THEN
    RAISE EXCEPTION 'partitions for more than 60 months at once are refused, got % to %', first, last
      USING ERRCODE = 'invalid_parameter_value';
  END IF;

  -- Looked at twice: without a lock, because mostly nothing is missing, and again once nobody else can be creating.
  FOR attempt IN 1..2 LOOP
    missing := false;
    FOR part IN
      SELECT p.parent, wanted.name, m AS lower, m + interval '1 month' AS upper
      FROM slo.partitioned_by_month() p,
        generate_series(date_trunc('month', first), date_trunc('month', last), interval '1 month') m,
        LATERAL (SELECT format('%s_%s', p.parent, to_char(m, 'YYYY_MM')) AS name) wanted
      -- The table, not to_regclass: the lock does not refresh the session's cache of names, a new query does read anew.
      WHERE NOT EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'slo'::regnamespace AND c.relname = wanted.name)
      ORDER BY p.parent, m
    LOOP
      missing := true;
      EXIT WHEN attempt = 1;
      -- Attached rather than created in place: readers and writers of the parent go on meanwhile.
      EXECUTE format('CREATE TABLE slo.%I (LIKE slo.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part.name, part.parent);
      EXECUTE format('ALTER TABLE slo.%I ATTACH PARTITION slo.%I FOR VALUES FROM (%L) TO (%L)',
        part.parent, part.name, part.lower, part.upper);
      created := created + 1;
    END LOOP;
    EXIT WHEN NOT missing OR attempt = 2;
    PERFORM pg_advisory_xact_lock(hashtextextended('slo.partitions', 0));
  END LOOP;
  RETURN created;
END
$$;
COMMENT ON FUNCTION slo.ensure_partitions IS
  'Creates the missing monthly partitions (UTC) that hold both times and all between; returns how many. At most 60 months. Others wait until the caller commits.';

CREATE FUNCTION slo.drop_expired_partitions(before_hourly timestamptz, before_daily timestamptz) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET lock_timeout = '5s' AS $$
DECLARE
  dropped text[] := '{}';
  part record;
BEGIN
  -- A slip in the caller's clock must not cost the data that objectives of 28 days are judged on.
  IF before_hourly IS NULL OR before_daily IS NULL OR greatest(before_hourly, before_daily) > now() - interval '28 days' THEN
    RAISE EXCEPTION 'telemetry of the last 28 days is never dropped, got % and %', before_hourly, before_daily
      USING ERRCODE = 'invalid_parameter_value';
  END IF;

  PERFORM pg_advisory_xact_lock(hashtextextended('slo.partitions', 0));
  FOR part IN
    SELECT c.relname AS name
    FROM slo.partitioned_by_month() p
      JOIN pg_inherits i ON i.inhparent = to_regclass(format('slo.%I', p.parent))
      JOIN pg_class c ON c.oid = i.inhrelid
    WHERE to_date(right(c.relname, 7), 'YYYY_MM')::timestamptz + interval '1 month'
      <= CASE WHEN p.is_hourly THEN before_hourly ELSE before_daily END
    ORDER BY c.relname
  LOOP
    EXECUTE format('DROP TABLE slo.%I', part.name);
    dropped := dropped || part.name::text;
  END LOOP;
  RETURN dropped;
END
$$;
COMMENT ON FUNCTION slo.drop_expired_partitions IS
  'Drops monthly partitions that end by before_hourly (aggregates of one hour) or before_daily (all others); returns their names.';

REVOKE ALL ON FUNCTION slo.partitioned_by_month(), slo.ensure_partitions(timestamptz, timestamptz),
  slo.drop_expired_partitions(timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION slo.ensure_partitions(timestamptz, timestamptz),
  slo.drop_expired_partitions(timestamptz, timestamptz) TO slo_app;
