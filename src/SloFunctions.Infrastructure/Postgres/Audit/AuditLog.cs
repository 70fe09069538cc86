using Npgsql;
using SloFunctions.Application.Audit;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Audit;

/// <summary>Appends to the audit log of targets, within the transaction of the change itself.</summary>
public static class AuditLog
{
    /// <summary>
    /// Appends entries, those of one service in their order, and with them the notifications of the targets that want to be told.
    /// Whoever else appends to these services waits for the caller's commit, so that this is best its last step; a transaction that
    /// calls it twice may deadlock with another one.
    /// </summary>
    /// <exception cref="InvalidOperationException">A service is not registered; the caller's transaction must not take effect.</exception>
    public static async Task AppendAsync(NpgsqlConnection connection, IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        object?[] columns =
        [
            entries.Select(e => e.Id).ToArray(),
            entries.Select(e => e.Service.Value).ToArray(),
            entries.Select(e => Term<AuditAction>.Name(e.Action)).ToArray(),
            entries.Select(e => e.Actor).ToArray(),
            entries.Select(e => e.RecommendationId).ToArray(),
            entries.Select(e => e.RecommendationSetId).ToArray(),
            entries.Select(e => e.PreviousSlo).ToArray(),
            entries.Select(e => e.NewSlo).ToArray(),
            entries.Select(e => e.SelectedTier is { } tier ? Term<Tier>.Name(tier) : null).ToArray(),
            entries.Select(e => e.Rationale).ToArray(),
            entries.Select(e => e.ModificationDelta).ToArray(),
            entries.Select(e => e.Details).ToArray(),
            entries.Select(e => e.Timestamp).ToArray(),
        ];
        var appended = await connection.QueryAsync(SqlFiles.Load("Audit/append_entries.sql"), columns, row => row.GetInt64(0), cancellation);
        if (appended[0] != entries.Count) throw new InvalidOperationException("An audit entry names a service that is not registered.");
    }
}
