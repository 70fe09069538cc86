-- A statement that counts the rows of every table, so that all are counted as of one moment. The server quotes the names.
SELECT string_agg(
  format('SELECT %L AS name, count(*) AS rows FROM %I.%I', format('%s.%s', n.nspname, c.relname), n.nspname, c.relname),
  ' UNION ALL ' ORDER BY c.relname COLLATE "C")
FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'slo' AND c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition
