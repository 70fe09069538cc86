using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Audit;
using SloFunctions.Application.Audit.Documents;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Audit;

/// <summary>Reads pages of a service's history, each along one index.</summary>
public sealed class PostgresAuditHistory(PostgresDatabase database) : IAuditHistory
{
    private static readonly AuditAction[] All = Enum.GetValues<AuditAction>();

    /// <inheritdoc/>
    public Task<IReadOnlyList<HistoryEntryDocument>?> ReadAsync(HistoryQuery query, int count, CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            var found = await connection.QueryAsync(SqlFiles.Load("Audit/list_history.sql"), Parameters(query, count), Read, cancellation);
            return found switch
            {
                [] => null,
                [null] => [],
                _ => (IReadOnlyList<HistoryEntryDocument>?)[.. found.OfType<HistoryEntryDocument>()],
            };
        },
        cancellation);

    // An actor's entries are found action by action, so that some of them are found as fast as all.
    private static object?[] Parameters(HistoryQuery query, int count)
    {
        var actions = query is { Actor: not null, Actions: [] } ? All : query.Actions;
        return
        [
            query.Service.Value, query.Actor, actions.Select(Term<AuditAction>.Name).ToArray(), query.From, query.To,
            query.Before?.Timestamp, query.Before?.Sequence, count,
        ];
    }

    private static HistoryEntryDocument? Read(NpgsqlDataReader row) => row.IsDBNull(0) ? null : new(
        row.GetGuid(0),
        row.GetInt64(1),
        row.GetString(2),
        row.GetString(3),
        row.Nullable<Guid?>(4),
        row.Nullable<Guid?>(5),
        Json(row, 6),
        Json(row, 7),
        row.Nullable<string>(8),
        row.Nullable<string>(9),
        Json(row, 10),
        Json(row, 11),
        row.GetFieldValue<DateTimeOffset>(12),
        Convert.ToHexStringLower(row.GetFieldValue<byte[]>(13)));

    private static JsonElement? Json(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : JsonElement.Parse(row.GetString(column));
}
