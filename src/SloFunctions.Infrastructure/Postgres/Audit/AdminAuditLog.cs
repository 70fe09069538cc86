using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Audit;
using SloFunctions.Application.Publishing;

namespace SloFunctions.Infrastructure.Postgres.Audit;

/// <summary>
/// Appends to the audit log of what is set up, within the transaction of the change itself. The log is one chain: whoever else
/// appends waits for the commit, so that this is best the last step, after entries about targets.
/// </summary>
public static class AdminAuditLog
{
    private const string Insert =
        """
        INSERT INTO admin_audit_log (actor, action, subject_type, subject_id, previous, current, "timestamp")
        VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7)
        """;

    /// <summary>Appends an entry.</summary>
    public static Task AppendAsync(NpgsqlConnection connection, AdminAuditEntry entry, CancellationToken cancellation) => connection.ExecuteAsync(
        Insert,
        [entry.Actor, entry.Action, entry.SubjectType, entry.SubjectId, Json(entry.Previous), Json(entry.Current), entry.Timestamp],
        cancellation);

    private static string? Json(object? subject) => subject is null ? null : JsonSerializer.Serialize(subject, subject.GetType(), PublishedJson.Options);
}
