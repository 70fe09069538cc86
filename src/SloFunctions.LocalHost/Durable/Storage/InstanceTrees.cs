using Microsoft.DurableTask.Client;
using SloFunctions.LocalHost.Durable.Replay;

namespace SloFunctions.LocalHost.Durable.Storage;

/// <summary>What is done to an instance and its sub-orchestrations together.</summary>
internal sealed class InstanceTrees(DurableDatabase database)
{
    private const string Tree = """
        WITH RECURSIVE tree AS (
          SELECT instance_id FROM durable.instances WHERE instance_id = $1
          UNION SELECT c.instance_id FROM durable.instances c JOIN tree t ON c.parent_id = t.instance_id)
        """;

    private const string Terminate = Tree + """

        UPDATE durable.instances SET status = 'terminated', output = CASE WHEN instance_id = $1 THEN $2 END, updated_at = $3
        WHERE instance_id IN (SELECT instance_id FROM tree) AND status IN ('pending', 'running', 'suspended')
        RETURNING instance_id, parent_id, parent_execution, parent_task
        """;

    private const string PurgeOne = Tree + """

        DELETE FROM durable.instances WHERE instance_id IN (SELECT instance_id FROM tree) AND status IN ('completed', 'failed', 'terminated')
          AND EXISTS (SELECT FROM durable.instances WHERE instance_id = $1 AND status IN ('completed', 'failed', 'terminated'))
        """;

    private const string PurgeMany = """
        WITH RECURSIVE tree AS (
          SELECT i.instance_id FROM durable.instances i
          WHERE i.status IN ('completed', 'failed', 'terminated') AND ($3::text[] IS NULL OR i.status = ANY($3))
            AND ($1::timestamptz IS NULL OR i.created_at >= $1) AND ($2::timestamptz IS NULL OR i.created_at <= $2)
            AND NOT EXISTS (SELECT FROM durable.instances p WHERE p.instance_id = i.parent_id)
          UNION SELECT c.instance_id FROM durable.instances c JOIN tree t ON c.parent_id = t.instance_id)
        DELETE FROM durable.instances WHERE instance_id IN (SELECT instance_id FROM tree) AND status IN ('completed', 'failed', 'terminated')
        """;

    /// <summary>Ends an instance and its sub-orchestrations at once.</summary>
    /// <returns>The ids of those that were ended, and of the one that waited for the instance, if any.</returns>
    public async Task<(IReadOnlyList<string> Ended, string? Parent)> TerminateAsync(
        string instanceId, string? output, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var ended = new List<string>();
        ParentTask? parent = null;
        while (true)
        {
            // A step that was being taken may have started more.
            var round = await connection.QueryAsync(
                Terminate,
                [instanceId, output, now],
                row => (Id: row.GetString(0), Parent: row.IsDBNull(1) ? null : new ParentTask(row.GetString(1), row.GetInt32(2), row.GetInt32(3))),
                cancellation);
            if (round.Count == 0) break;
            ended.AddRange(round.Select(r => r.Id));
            parent ??= round.Find(r => r.Id == instanceId).Parent;
        }

        await connection.ExecuteAsync("DELETE FROM durable.messages WHERE instance_id = ANY($1)", [ended.ToArray()], cancellation);
        await connection.ExecuteAsync("DELETE FROM durable.activities WHERE instance_id = ANY($1)", [ended.ToArray()], cancellation);
        if (parent is not null)
        {
            var outcome = new HistoryEvent(HistoryEventKind.SubOrchestrationFailed, now)
            {
                TaskId = parent.TaskId,
                InstanceId = instanceId,
                Failure = TaskFailures.Of("Terminated", $"The orchestration {instanceId} was terminated"),
            };
            await connection.ExecuteAsync(
                InstanceSql.TellParent,
                [parent.InstanceId, parent.Execution, parent.TaskId, now, outcome.Kind.ToString(), HistoryJson.WriteEvent(outcome)],
                cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return (ended, parent?.InstanceId);
    }

    /// <summary>Removes an instance that has ended, with its sub-orchestrations that have.</summary>
    /// <returns>How many were removed.</returns>
    public async Task<int> PurgeAsync(string instanceId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(PurgeOne, [instanceId], cancellation);
    }

    /// <summary>Removes those that have ended and that nobody else started, with their sub-orchestrations that have.</summary>
    /// <returns>How many were removed.</returns>
    public async Task<int> PurgeAsync(PurgeInstancesFilter filter, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(
            PurgeMany,
            [filter.CreatedFrom?.ToUniversalTime(), filter.CreatedTo?.ToUniversalTime(), InstanceRows.Words(filter.Statuses)],
            cancellation);
    }
}
