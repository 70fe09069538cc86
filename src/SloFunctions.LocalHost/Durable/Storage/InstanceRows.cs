using Microsoft.DurableTask.Client;
using Npgsql;
using SloFunctions.LocalHost.Durable.Replay;

namespace SloFunctions.LocalHost.Durable.Storage;

/// <summary>Rows of instances as the client shows them.</summary>
internal static class InstanceRows
{
    /// <summary>The columns that <see cref="Read"/> reads; $2 says whether inputs and outputs are among them.</summary>
    public const string Columns = """
        instance_id, name, status, created_at, updated_at,
        CASE WHEN $2 THEN input END, CASE WHEN $2 THEN output END, CASE WHEN $2 THEN custom_status END, failure
        """;

    public static OrchestrationMetadata Read(NpgsqlDataReader row) => new(row.GetString(1), row.GetString(0))
    {
        RuntimeStatus = Status(row.GetString(2)),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(3),
        LastUpdatedAt = row.GetFieldValue<DateTimeOffset>(4),
        SerializedInput = row.Nullable<string>(5),
        SerializedOutput = row.Nullable<string>(6),
        SerializedCustomStatus = row.Nullable<string>(7),
        FailureDetails = row.Nullable<string>(8) is { } failure ? HistoryJson.ReadFailure(failure) : null,
    };

    /// <summary>The words for statuses; null for all. Words of statuses that do not exist here match nothing.</summary>
    public static string[]? Words(IEnumerable<OrchestrationRuntimeStatus>? statuses) =>
        statuses?.Select(status => status.ToString().ToLowerInvariant()).ToArray() is { Length: > 0 } words ? words : null;

    private static OrchestrationRuntimeStatus Status(string word) => Enum.Parse<OrchestrationRuntimeStatus>(word, ignoreCase: true);
}
