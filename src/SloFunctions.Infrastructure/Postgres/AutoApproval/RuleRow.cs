using System.Text.Json;
using Npgsql;
using SloFunctions.Application.AutoApproval;

namespace SloFunctions.Infrastructure.Postgres.AutoApproval;

/// <summary>The columns of an auto-approval rule.</summary>
internal static class RuleRow
{
    public static object[] Of(Guid id, RuleDraft draft, RuleChange change) =>
        [id, draft.Name, draft.IsEnabled, draft.ConditionsJson, change.Actor, change.Now];

    public static RuleSummary Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetBoolean(2),
        JsonSerializer.Deserialize<JsonElement>(row.GetString(3)),
        row.GetInt64(4),
        row.GetString(5),
        row.GetFieldValue<DateTimeOffset>(6),
        row.Nullable<string>(7),
        row.Nullable<DateTimeOffset?>(8));
}
