-- What each table takes up, partitions summed into their parent. Rows are the planner's estimate, or what the server has counted
-- where a table was never analysed; a parent's own estimate is that of its partitions again.
WITH RECURSIVE members AS (
  SELECT c.oid AS root, c.oid AS member, format('%s.%s', n.nspname, c.relname) AS name
  FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('slo', 'durable', 'slo_migrations') AND c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition
  UNION ALL
  SELECT m.root, i.inhrelid, m.name
  FROM members m
    JOIN pg_inherits i ON i.inhparent = m.member
)
SELECT m.name,
  count(*) FILTER (WHERE c.relispartition AND c.relkind = 'r')::integer,
  coalesce(sum(CASE WHEN c.relkind = 'p' THEN 0 WHEN c.reltuples >= 0 THEN c.reltuples ELSE s.n_live_tup END), 0)::bigint,
  sum(pg_relation_size(c.oid))::bigint,
  sum(pg_indexes_size(c.oid))::bigint,
  sum(CASE WHEN c.reltoastrelid = 0 THEN 0 ELSE pg_total_relation_size(c.reltoastrelid) END)::bigint,
  sum(pg_total_relation_size(c.oid))::bigint
FROM members m
  JOIN pg_class c ON c.oid = m.member
  LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
GROUP BY m.name
ORDER BY sum(pg_total_relation_size(c.oid)) DESC, m.name COLLATE "C"
