namespace SloFunctions.Infrastructure.Tests.Postgres;

/// <summary>Everything a database holds beyond an empty one and the runner's own record, as sorted lines.</summary>
internal static class Catalogue
{
    private const string Query = """
        WITH ours AS (
          SELECT oid, nspname FROM pg_namespace
          WHERE nspname NOT LIKE 'pg\_%' AND nspname NOT IN ('information_schema', 'slo_migrations')),
        lines AS (
          SELECT format('schema %s %s %s', nspname, pg_get_userbyid(nspowner), nspacl) AS line
          FROM pg_namespace WHERE nspname NOT LIKE 'pg\_%' AND nspname NOT IN ('information_schema', 'slo_migrations', 'public')
          UNION ALL
          SELECT format('relation %s %s %s %s %s %s', c.oid::regclass, c.relkind, pg_get_userbyid(c.relowner), c.relacl,
            pg_get_expr(c.relpartbound, c.oid), obj_description(c.oid, 'pg_class'))
          FROM pg_class c JOIN ours ON ours.oid = c.relnamespace
          UNION ALL
          SELECT format('column %s.%s %s %s %s %s %s %s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
            a.attcollation::regcollation, pg_get_expr(d.adbin, d.adrelid), a.attidentity, col_description(c.oid, a.attnum))
          FROM pg_class c JOIN ours ON ours.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
          UNION ALL
          SELECT format('constraint %s %s %s %s', k.conname, k.conrelid::regclass, k.contypid::regtype, pg_get_constraintdef(k.oid))
          FROM pg_constraint k JOIN ours ON ours.oid = k.connamespace
          UNION ALL
          SELECT pg_get_indexdef(i.indexrelid)
          FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN ours ON ours.oid = c.relnamespace
          UNION ALL
          SELECT format('%s enabled %s', pg_get_triggerdef(t.oid), t.tgenabled)
          FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN ours ON ours.oid = c.relnamespace WHERE NOT t.tgisinternal
          UNION ALL
          SELECT format('%s %s %s %s', pg_get_functiondef(p.oid), pg_get_userbyid(p.proowner), p.proacl, obj_description(p.oid, 'pg_proc'))
          FROM pg_proc p JOIN ours ON ours.oid = p.pronamespace
          UNION ALL
          SELECT format('type %s %s %s %s', t.oid::regtype, t.typtype, pg_get_userbyid(t.typowner), t.typacl)
          FROM pg_type t JOIN ours ON ours.oid = t.typnamespace)
        SELECT line FROM lines ORDER BY line COLLATE "C"
        """;

    public static async Task<IReadOnlyList<string>> ReadAsync(string connectionString)
    {
        await using var connection = await Sql.OpenAsync(connectionString);
        return await connection.LinesAsync(Query);
    }
}
