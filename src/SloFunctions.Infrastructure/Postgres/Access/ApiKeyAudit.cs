using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Access;
using SloFunctions.Application.Publishing;

namespace SloFunctions.Infrastructure.Postgres.Access;

/// <summary>Notes in the audit log what administrators do to keys.</summary>
internal static class ApiKeyAudit
{
    private const string Insert =
        """
        INSERT INTO admin_audit_log (actor, action, subject_type, subject_id, previous, current, "timestamp")
        VALUES ($1, $2, 'api_key', $3, $4::jsonb, $5::jsonb, $6)
        """;

    public static Task AddAsync(
        NpgsqlConnection connection,
        string action,
        string actor,
        ApiKeySummary? previous,
        ApiKeySummary current,
        DateTimeOffset now,
        CancellationToken cancellation) =>
        connection.ExecuteAsync(Insert, [actor, action, current.KeyId.ToString("D"), Json(previous), Json(current), now], cancellation);

    private static string? Json(ApiKeySummary? key) => key is null ? null : JsonSerializer.Serialize(key, PublishedJson.Options);
}
