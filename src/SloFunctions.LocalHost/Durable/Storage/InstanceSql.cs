namespace SloFunctions.LocalHost.Durable.Storage;

/// <summary>Statements that several parts of the engine share.</summary>
internal static class InstanceSql
{
    /// <summary>
    /// Starts an instance ($1 id, $2 name, $3 input, $4 parent, $5 its execution, $6 its task, $7 now, $8 when to begin, $9 the
    /// first message) unless one of that id has not ended; what has ended gives way. One row if it was started.
    /// </summary>
    public const string Start = """
        WITH started AS (
          INSERT INTO durable.instances AS i
            (instance_id, name, execution, status, input, parent_id, parent_execution, parent_task, created_at, updated_at)
          VALUES ($1, $2, 1, 'pending', $3, $4, $5, $6, $7, $7)
          ON CONFLICT (instance_id) DO UPDATE SET
            name = excluded.name, execution = i.execution + 1, status = 'pending', input = excluded.input, output = NULL, custom_status = NULL,
            failure = NULL, parent_id = excluded.parent_id, parent_execution = excluded.parent_execution, parent_task = excluded.parent_task,
            created_at = excluded.created_at, updated_at = excluded.updated_at
          WHERE i.status IN ('completed', 'failed', 'terminated')
          RETURNING instance_id, execution),
        forgotten AS (
          DELETE FROM durable.history h USING started s WHERE h.instance_id = s.instance_id AND h.execution < s.execution)
        """;

    /// <summary>Ends <see cref="Start"/> where the caller asks whether it was started.</summary>
    public const string StartAndTell = Start + """
        , told AS (
          INSERT INTO durable.messages (instance_id, execution, visible_at, kind, content)
          SELECT instance_id, execution, $8, 'ExecutionStarted', $9 FROM started)
        SELECT execution FROM started
        """;

    /// <summary>Ends <see cref="Start"/> within a step: the parent is told ($10) when it was not started.</summary>
    public const string StartOrRefuse = Start + """
        , told AS (
          INSERT INTO durable.messages (instance_id, execution, visible_at, kind, content)
          SELECT instance_id, execution, $8, 'ExecutionStarted', $9 FROM started)
        INSERT INTO durable.messages (instance_id, execution, task_id, visible_at, kind, content)
        SELECT $4, $5, $6, $8, 'SubOrchestrationFailed', $10 WHERE NOT EXISTS (SELECT FROM started)
        """;

    /// <summary>Tells the parent ($1 id, $2 execution, $3 task, $4 now, $5 kind, $6 content) unless it has ended meanwhile.</summary>
    public const string TellParent = """
        INSERT INTO durable.messages (instance_id, execution, task_id, visible_at, kind, content)
        SELECT instance_id, execution, $3, $4, $5, $6 FROM durable.instances
        WHERE instance_id = $1 AND execution = $2 AND status IN ('pending', 'running', 'suspended')
        """;
}
