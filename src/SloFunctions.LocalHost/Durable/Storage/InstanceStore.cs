using Microsoft.DurableTask.Client;
using SloFunctions.LocalHost.Durable.Replay;

namespace SloFunctions.LocalHost.Durable.Storage;

/// <summary>Instances as clients see and change them.</summary>
internal sealed class InstanceStore(DurableDatabase database)
{
    // A row that a step holds is waited for, so that no event is put beside an instance that has just ended.
    private const string Raise = """
        INSERT INTO durable.messages (instance_id, visible_at, kind, content)
        SELECT instance_id, $2, 'EventRaised', $3 FROM durable.instances
        WHERE instance_id = $1 AND status IN ('pending', 'running', 'suspended') FOR SHARE
        """;

    private const string Change = """
        UPDATE durable.instances SET status = CASE WHEN $3 <> 'running' OR EXISTS (SELECT FROM durable.history h WHERE h.instance_id = $1)
          THEN $3 ELSE 'pending' END, updated_at = $4
        WHERE instance_id = $1 AND status = ANY($2)
        """;

    private const string Find = $"SELECT {InstanceRows.Columns} FROM durable.instances WHERE instance_id = $1";

    private const string Page = $"""
        SELECT {InstanceRows.Columns} FROM durable.instances
        WHERE ($1::text IS NULL OR instance_id > $1) AND ($3::timestamptz IS NULL OR created_at >= $3) AND ($4::timestamptz IS NULL OR created_at <= $4)
          AND ($5::text[] IS NULL OR status = ANY($5)) AND ($6::text IS NULL OR starts_with(instance_id, $6))
        ORDER BY instance_id LIMIT $7
        """;

    private const string History = """
        SELECT h.content FROM durable.history h JOIN durable.instances i USING (instance_id, execution) WHERE h.instance_id = $1 ORDER BY h.sequence
        """;

    /// <summary>Starts an instance.</summary>
    /// <returns>False when there is one of that id which has not ended.</returns>
    public async Task<bool> TryStartAsync(HistoryEvent started, DateTimeOffset beginsAt, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var executions = await connection.QueryAsync(
            InstanceSql.StartAndTell,
            [started.InstanceId, started.Name, started.Text, null, null, null, started.At, beginsAt, HistoryJson.WriteEvent(started)],
            row => row.GetInt32(0),
            cancellation);
        return executions.Count > 0;
    }

    /// <summary>Puts an event into an instance's inbox, unless it has ended or is unknown.</summary>
    public async Task RaiseAsync(string instanceId, HistoryEvent raised, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(Raise, [instanceId, raised.At, HistoryJson.WriteEvent(raised)], cancellation);
    }

    /// <summary>Changes an instance's status if it has one of some others.</summary>
    public async Task ChangeAsync(string instanceId, string[] from, string to, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(Change, [instanceId, from, to, now], cancellation);
    }

    public async Task<OrchestrationMetadata?> FindAsync(string instanceId, bool withPayloads, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QueryAsync(Find, [instanceId, withPayloads], InstanceRows.Read, cancellation)).SingleOrDefault();
    }

    /// <summary>Instances in order of their ids.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">The id after which to begin; null for the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Cancels the query.</param>
    public async Task<List<OrchestrationMetadata>> PageAsync(OrchestrationQuery filter, string? after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            Page,
            [
                after, filter.FetchInputsAndOutputs, filter.CreatedFrom?.ToUniversalTime(), filter.CreatedTo?.ToUniversalTime(),
                InstanceRows.Words(filter.Statuses), filter.InstanceIdPrefix, limit,
            ],
            InstanceRows.Read,
            cancellation);
    }

    public async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string instanceId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(History, [instanceId], row => HistoryJson.ReadEvent(row.GetString(0)), cancellation);
    }
}
