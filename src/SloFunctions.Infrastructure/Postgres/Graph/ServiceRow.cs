using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Graph;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Maps rows of services.</summary>
internal static class ServiceRow
{
    public static ServiceSummary Map(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.Nullable<string>(1),
        row.GetString(2),
        row.Nullable<short?>(3),
        row.GetString(4),
        row.GetBoolean(5),
        Json(row.GetString(6)));

    public static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
