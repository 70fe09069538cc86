using SloFunctions.LocalHost.Durable.Replay;

namespace SloFunctions.LocalHost.Durable.Storage;

/// <summary>Activities that are to be run, and their outcomes.</summary>
internal sealed class ActivityStore(DurableDatabase database)
{
    private const string Next = "SELECT id, instance_id, task_id, name, input FROM durable.activities WHERE id <> ALL($1) ORDER BY id LIMIT $2";

    private const string Outcome = """
        WITH run AS (DELETE FROM durable.activities WHERE id = $1 RETURNING instance_id, execution, task_id)
        INSERT INTO durable.messages (instance_id, execution, task_id, visible_at, kind, content)
        SELECT instance_id, execution, task_id, $2, $3, $4 FROM run
        """;

    /// <summary>The oldest activities that are not among <paramref name="taken"/>.</summary>
    public async Task<List<ActivityItem>> NextAsync(long[] taken, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            Next,
            [taken, limit],
            row => new ActivityItem(row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.Nullable<string>(4)),
            cancellation);
    }

    /// <summary>Stores an outcome, and removes the activity with it; nothing when it is wanted no longer.</summary>
    public async Task StoreAsync(ActivityItem item, HistoryEvent outcome, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(Outcome, [item.Id, outcome.At, outcome.Kind.ToString(), HistoryJson.WriteEvent(outcome)], cancellation);
    }
}
