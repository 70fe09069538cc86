using Npgsql;
using SloFunctions.LocalHost.Durable.Replay;

namespace SloFunctions.LocalHost.Durable.Storage;

/// <summary>Reads what a step needs, under the lock of the instance's row.</summary>
internal static class StepStore
{
    /// <summary>Most messages that one step takes.</summary>
    public const int MostMessages = 500;

    private const string Instance = """
        SELECT name, execution, parent_id, parent_execution, parent_task, status FROM durable.instances
        WHERE instance_id = $1 AND status IN ('pending', 'running') FOR NO KEY UPDATE
        """;

    private const string History = """
        SELECT h.content FROM durable.history h JOIN durable.instances i USING (instance_id, execution) WHERE h.instance_id = $1 ORDER BY h.sequence
        """;

    private const string Messages = """
        SELECT id, execution, content FROM durable.messages WHERE instance_id = $1 AND visible_at <= $2 ORDER BY kind <> 'ExecutionStarted', id LIMIT 500
        """;

    /// <summary>Reads an instance with its due messages.</summary>
    /// <returns>Null when there is nothing to do.</returns>
    public static async Task<LoadedInstance?> LoadAsync(NpgsqlConnection connection, string id, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(Instance, id);
        batch.Add(History, id);
        batch.Add(Messages, id, now);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var (name, execution) = (reader.GetString(0), reader.GetInt32(1));
        var parent = reader.IsDBNull(2) ? null : new ParentTask(reader.GetString(2), reader.GetInt32(3), reader.GetInt32(4));
        await reader.NextResultAsync(cancellation);
        var history = await reader.RowsAsync(row => HistoryJson.ReadEvent(row.GetString(0)), cancellation);
        await reader.NextResultAsync(cancellation);
        var messages = await reader.RowsAsync(
            row => (Id: row.GetInt64(0), Execution: row.Nullable<int?>(1), Event: HistoryJson.ReadEvent(row.GetString(2))), cancellation);
        HistoryEvent[] arrived =
        [
            .. messages.Where(m => m.Execution is null || m.Execution == execution)
                .Select(m => m.Event.Kind == HistoryEventKind.ExecutionStarted ? m.Event with { Execution = execution } : m.Event),
        ];

        // Events may be raised before the time at which the instance is to start.
        var hasBegun = history.Count > 0 || arrived is [{ Kind: HistoryEventKind.ExecutionStarted }, ..];
        return messages.Count == 0 || !hasBegun ? null : new LoadedInstance(id, name, execution, parent, history, [.. messages.Select(m => m.Id)], arrived);
    }
}
