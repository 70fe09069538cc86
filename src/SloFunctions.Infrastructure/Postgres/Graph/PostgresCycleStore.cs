using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Reads and changes what is recorded of circular dependencies.</summary>
public sealed class PostgresCycleStore(PostgresDatabase database) : ICycleStore
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<CycleSummary>> ListAsync(CycleStatus? status, Guid? after, int count, CancellationToken cancellation)
    {
        object?[] parameters = [status is { } s ? Term<CycleStatus>.Name(s) : null, after, count];
        return await database.UseAsync(
            connection => connection.QueryAsync(SqlFiles.Load("Graph/list_cycles.sql"), parameters, Cycle, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public async Task<CycleSummary?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await database.UseAsync(
            connection => connection.QueryAsync(SqlFiles.Load("Graph/find_cycle.sql"), [id], Cycle, cancellation), cancellation);
        return found.FirstOrDefault();
    }

    /// <inheritdoc/>
    public Task AcknowledgeAsync(Guid id, string actor, DateTimeOffset now, CancellationToken cancellation) => database.UseAsync(
        connection => connection.ExecuteAsync(SqlFiles.Load("Graph/acknowledge_cycle.sql"), [id, actor, now], cancellation), cancellation);

    /// <inheritdoc/>
    public Task ResolveAsync(Guid id, string actor, string? notes, DateTimeOffset now, CancellationToken cancellation) => database.UseAsync(
        connection => connection.ExecuteAsync(SqlFiles.Load("Graph/resolve_cycle.sql"), [id, actor, notes, now], cancellation), cancellation);

    private static CycleSummary Cycle(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        Names(row.GetString(1)),
        Names(row.GetString(2)),
        row.GetString(3),
        row.GetBoolean(4),
        row.GetFieldValue<DateTimeOffset>(5),
        row.Nullable<string>(6),
        row.Nullable<DateTimeOffset?>(7),
        row.Nullable<string>(8),
        row.Nullable<DateTimeOffset?>(9),
        row.Nullable<string>(10));

    private static string[] Names(string json) => JsonSerializer.Deserialize<string[]>(json)!;
}
