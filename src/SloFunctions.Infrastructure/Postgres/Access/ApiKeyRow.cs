using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Access;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Access;

/// <summary>The columns of a key.</summary>
internal static class ApiKeyRow
{
    public static object?[] Of(NewApiKey key) =>
    [
        key.Id,
        key.Grant.Name,
        key.Prefix,
        key.Digest,
        Term<Role>.Name(key.Grant.Role),
        key.Grant.Team,
        key.Grant.RateLimits.Count > 0 ? JsonSerializer.Serialize(key.Grant.RateLimits) : null,
        key.CreatedBy,
        key.CreatedAt,
        key.ExpiresAt,
    ];

    public static ApiKeySummary Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.Nullable<string>(4),
        row.Nullable<string>(5) is { } limits ? JsonSerializer.Deserialize<Dictionary<string, int>>(limits)! : new Dictionary<string, int>(),
        row.GetString(6),
        row.GetFieldValue<DateTimeOffset>(7),
        row.Nullable<DateTimeOffset?>(8),
        row.Nullable<DateTimeOffset?>(9),
        row.Nullable<DateTimeOffset?>(10));
}
