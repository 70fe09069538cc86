using Npgsql;
using SloFunctions.LocalHost.Durable.Replay;

namespace SloFunctions.LocalHost.Durable.Storage;

/// <summary>Puts the outcome of a step into one batch of statements.</summary>
internal sealed class StepWriter(NpgsqlBatch batch, LoadedInstance instance, DateTimeOffset now)
{
    private const string History = """
        INSERT INTO durable.history (instance_id, execution, sequence, kind, content)
        SELECT $1, $2, $3 + place::integer, kind, content FROM unnest($4::text[], $5::text[]) WITH ORDINALITY AS e (kind, content, place)
        """;

    private const string Activities = """
        INSERT INTO durable.activities (instance_id, execution, task_id, name, input)
        SELECT $1, $2, task_id, name, input FROM unnest($3::integer[], $4::text[], $5::text[]) WITH ORDINALITY AS a (task_id, name, input, place) ORDER BY place
        """;

    private const string Messages = """
        INSERT INTO durable.messages (instance_id, execution, task_id, visible_at, kind, content)
        SELECT $1, $2, task_id, visible_at, kind, content
        FROM unnest($3::integer[], $4::timestamptz[], $5::text[], $6::text[]) WITH ORDINALITY AS m (task_id, visible_at, kind, content, place) ORDER BY place
        """;

    /// <summary>The execution waits for what it has asked for.</summary>
    public void Wait(IReadOnlyList<HistoryEvent> recorded, IReadOnlyList<HistoryEvent> actions, string? customStatus)
    {
        batch.Add(
            "UPDATE durable.instances SET status = 'running', custom_status = coalesce($2, custom_status), updated_at = $3 WHERE instance_id = $1", instance.Id, customStatus, now);
        Record(recorded);
        batch.Add("DELETE FROM durable.messages WHERE id = ANY($1)", instance.MessageIds);
        Schedule([.. actions.Where(a => a.Kind == HistoryEventKind.ActivityScheduled)]);
        foreach (var child in actions.Where(a => a.Kind == HistoryEventKind.SubOrchestrationScheduled)) Start(child);
        var cancelled = actions.Where(a => a.Kind == HistoryEventKind.TimerCancelled).Select(a => a.TaskId!.Value).ToArray();
        Tell(
            instance.Execution,
            [.. actions.Where(a => a.Kind == HistoryEventKind.TimerCreated && !cancelled.Contains(a.TaskId!.Value))
                .Select(a => (a.FireAt!.Value, new HistoryEvent(HistoryEventKind.TimerFired, a.FireAt!.Value) { TaskId = a.TaskId }))]);
        if (cancelled.Length > 0)
        {
            batch.Add(
                "DELETE FROM durable.messages WHERE instance_id = $1 AND execution = $2 AND kind = 'TimerFired' AND task_id = ANY($3)",
                instance.Id,
                instance.Execution,
                cancelled);
        }
    }

    /// <summary>The execution has ended.</summary>
    public void End(IReadOnlyList<HistoryEvent> recorded, HistoryEvent end, string? customStatus)
    {
        var isFailure = end.Failure is not null;
        batch.Add(
            "UPDATE durable.instances SET status = $2, output = $3, failure = $4, custom_status = coalesce($5, custom_status), updated_at = $6 WHERE instance_id = $1",
            instance.Id,
            isFailure ? "failed" : "completed",
            end.Text,
            isFailure ? HistoryJson.WriteFailure(end.Failure!) : null,
            customStatus,
            now);
        Record(recorded);
        batch.Add("DELETE FROM durable.messages WHERE instance_id = $1", instance.Id);
        batch.Add("DELETE FROM durable.activities WHERE instance_id = $1", instance.Id);
        if (instance.Parent is not { } parent) return;
        var outcome = new HistoryEvent(isFailure ? HistoryEventKind.SubOrchestrationFailed : HistoryEventKind.SubOrchestrationCompleted, now)
        {
            TaskId = parent.TaskId,
            InstanceId = instance.Id,
            Text = end.Text,
            Failure = end.Failure,
        };
        batch.Add(InstanceSql.TellParent, parent.InstanceId, parent.Execution, parent.TaskId, now, outcome.Kind.ToString(), HistoryJson.WriteEvent(outcome));
    }

    /// <summary>The execution ends and the next one begins.</summary>
    /// <param name="started">The start of the next execution.</param>
    /// <param name="unprocessed">Events that it shall have.</param>
    /// <param name="customStatus">The custom status, which stays.</param>
    public void Continue(HistoryEvent started, IReadOnlyList<HistoryEvent> unprocessed, string? customStatus)
    {
        batch.Add(
            "UPDATE durable.instances SET status = 'running', execution = execution + 1, input = $2, custom_status = coalesce($3, custom_status), updated_at = $4 WHERE instance_id = $1",
            instance.Id,
            started.Text,
            customStatus,
            now);
        batch.Add("DELETE FROM durable.history WHERE instance_id = $1", instance.Id);
        batch.Add("DELETE FROM durable.messages WHERE instance_id = $1 AND (execution = $2 OR id = ANY($3))", instance.Id, instance.Execution, instance.MessageIds);
        batch.Add("DELETE FROM durable.activities WHERE instance_id = $1", instance.Id);
        Tell(instance.Execution + 1, [(now, started), .. unprocessed.Select(entry => (now, entry))]);
    }

    private void Record(IReadOnlyList<HistoryEvent> recorded) => batch.Add(
        History,
        instance.Id,
        instance.Execution,
        instance.History.Count,
        recorded.Select(entry => entry.Kind.ToString()).ToArray(),
        recorded.Select(HistoryJson.WriteEvent).ToArray());

    private void Schedule(HistoryEvent[] activities)
    {
        if (activities.Length == 0) return;
        batch.Add(
            Activities,
            instance.Id,
            instance.Execution,
            activities.Select(a => a.TaskId!.Value).ToArray(),
            activities.Select(a => a.Name!).ToArray(),
            activities.Select(a => a.Text).ToArray());
    }

    private void Tell(int execution, (DateTimeOffset At, HistoryEvent Event)[] messages)
    {
        if (messages.Length == 0) return;
        batch.Add(
            Messages,
            instance.Id,
            execution,
            messages.Select(m => m.Event.TaskId).ToArray(),
            messages.Select(m => m.At).ToArray(),
            messages.Select(m => m.Event.Kind.ToString()).ToArray(),
            messages.Select(m => HistoryJson.WriteEvent(m.Event)).ToArray());
    }

    private void Start(HistoryEvent child)
    {
        var started = new HistoryEvent(HistoryEventKind.ExecutionStarted, now)
        {
            Name = child.Name,
            Text = child.Text,
            InstanceId = child.InstanceId,
            ParentName = instance.Name,
            ParentInstanceId = instance.Id,
        };
        var refused = new HistoryEvent(HistoryEventKind.SubOrchestrationFailed, now)
        {
            TaskId = child.TaskId,
            InstanceId = child.InstanceId,
            Failure = TaskFailures.Of("InstanceIsActive", $"The instance {child.InstanceId} is there already and has not ended"),
        };
        batch.Add(
            InstanceSql.StartOrRefuse,
            child.InstanceId,
            child.Name,
            child.Text,
            instance.Id,
            instance.Execution,
            child.TaskId,
            now,
            now,
            HistoryJson.WriteEvent(started),
            HistoryJson.WriteEvent(refused));
    }
}
