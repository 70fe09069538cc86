using Npgsql;
using SloFunctions.Application.Access;
using SloFunctions.Application.Audit;
using SloFunctions.Infrastructure.Postgres.Audit;

namespace SloFunctions.Infrastructure.Postgres.Access;

/// <summary>Notes in the audit log what administrators do to keys.</summary>
internal static class ApiKeyAudit
{
    public static Task AddAsync(
        NpgsqlConnection connection,
        string action,
        string actor,
        ApiKeySummary? previous,
        ApiKeySummary current,
        DateTimeOffset now,
        CancellationToken cancellation) =>
        AdminAuditLog.AppendAsync(connection, new AdminAuditEntry(actor, action, "api_key", current.KeyId.ToString("D"), previous, current, now), cancellation);
}
