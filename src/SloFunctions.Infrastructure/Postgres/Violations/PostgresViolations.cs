using Npgsql;
using SloFunctions.Application.Violations;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Violations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Violations;

/// <summary>Keeps violations in the database, where an objective has at most one open of each severity.</summary>
public sealed class PostgresViolations(PostgresDatabase database) : IViolations
{
    // Whoever else records waits, and then finds what was recorded.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended('slo.slo_violations', 0))";

    private const string ReadOpen = """
        SELECT s.service_id, v.objective, v.severity FROM slo_violations v JOIN services s ON s.id = v.service_id WHERE v.ended_at IS NULL
        """;

    private const string Count = """
        SELECT s.service_id, v.objective, v.severity, count(*) FROM slo_violations v JOIN services s ON s.id = v.service_id GROUP BY 1, 2, 3
        """;

    /// <inheritdoc/>
    public Task<IReadOnlySet<ViolationKey>> ReadOpenAsync(CancellationToken cancellation) => database.UseAsync<IReadOnlySet<ViolationKey>>(
        async connection => (await connection.QueryAsync(ReadOpen, [], KeyOf, cancellation)).ToHashSet(), cancellation);

    /// <inheritdoc/>
    public Task<(int Opened, int Closed)> RecordAsync(ViolationChange change, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            await connection.ExecuteAsync(Lock, [], cancellation);
            int closed = await connection.ExecuteAsync(SqlFiles.Load("Violations/close_violations.sql"), [change.Through, .. Columns(change.Ended)], cancellation);
            var keys = change.Violated.Select(v => v.Key).ToArray();
            object[] rows =
            [
                change.Through,
                .. Columns(keys),
                change.Violated.Select(v => v.SloId).ToArray(),
                change.Violated.Select(v => v.BurnRate).ToArray(),
                change.Violated.Select(v => v.RemainingShare).ToArray(),
            ];
            int opened = await connection.ExecuteAsync(SqlFiles.Load("Violations/record_violations.sql"), rows, cancellation);
            return (opened, closed);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ViolationKey, long>> CountAsync(CancellationToken cancellation) => database.UseAsync<IReadOnlyDictionary<ViolationKey, long>>(
        async connection => (await connection.QueryAsync(Count, [], row => (Key: KeyOf(row), Count: row.GetInt64(3)), cancellation)).ToDictionary(c => c.Key, c => c.Count),
        cancellation);

    private static ViolationKey KeyOf(NpgsqlDataReader row) => new(ServiceId.Of(row.GetString(0)), row.GetString(1), Term<ViolationSeverity>.Of(row.GetString(2)));

    private static object[] Columns(IReadOnlyList<ViolationKey> keys) =>
    [
        keys.Select(k => k.Service.Value).ToArray(), keys.Select(k => k.Objective).ToArray(), keys.Select(k => Term<ViolationSeverity>.Name(k.Severity)).ToArray(),
    ];
}
