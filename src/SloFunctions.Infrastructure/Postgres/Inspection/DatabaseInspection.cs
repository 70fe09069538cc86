using System.Data;
using Npgsql;

namespace SloFunctions.Infrastructure.Postgres.Inspection;

/// <summary>Looks at a database as its owner: what it holds, and how much room that takes.</summary>
/// <param name="source">Connections of the owner, which may be one that only reads.</param>
public sealed class DatabaseInspection(NpgsqlDataSource source)
{
    private const string Moment = "SELECT now(), current_setting('server_version'), (SELECT coalesce(max(version), 0) FROM slo_migrations.applied)";

    /// <summary>Counts the rows of every table of the product and reads the ends of the audit logs, all as of one moment.</summary>
    /// <exception cref="NpgsqlException">The database does not answer, or there is nothing of the product in it.</exception>
    public async Task<DatabaseCounts> CountAsync(CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var (at, server, schema) = await OneAsync(
            connection, Moment, row => (row.GetFieldValue<DateTimeOffset>(0), row.GetString(1), row.GetInt32(2)), cancellation);
        string count = await OneAsync(connection, SqlFiles.Load("Inspection/list_counts.sql"), row => row.GetString(0), cancellation);
        var tables = await connection.QueryAsync(count, [], row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)), cancellation);
        var (chains, entries, heads) = await OneAsync(
            connection, SqlFiles.Load("Inspection/read_audit_heads.sql"), row => (row.GetInt64(0), row.GetInt64(1), row.GetString(2)), cancellation);
        return new(at, server, schema, new SortedDictionary<string, long>(tables.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal), chains, entries, heads);
    }

    /// <summary>What each table takes up, the largest first.</summary>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public async Task<IReadOnlyList<TableSize>> MeasureAsync(CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync(
            SqlFiles.Load("Inspection/read_sizes.sql"),
            [],
            row => new TableSize(row.GetString(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6)),
            cancellation);
    }

    private static async Task<T> OneAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> map, CancellationToken cancellation) =>
        (await connection.QueryAsync(sql, [], map, cancellation))[0];
}
