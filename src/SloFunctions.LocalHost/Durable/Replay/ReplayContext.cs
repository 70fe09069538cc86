using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>What an orchestrator sees of its execution while it is replayed.</summary>
internal sealed class ReplayContext(HistoryEvent started, ActionScript script, OrchestratorThread thread, ILoggerFactory loggers) : TaskOrchestrationContext
{
    private readonly Dictionary<int, OpenTask> open = [];
    private readonly ExternalEvents events = new();
    private int guids;

    public override TaskName Name => started.Name!;

    public override string InstanceId => started.InstanceId!;

    public override ParentOrchestrationInstance? Parent =>
        started.ParentInstanceId is { } parent ? new ParentOrchestrationInstance(started.ParentName ?? "", parent) : null;

    public override DateTime CurrentUtcDateTime => script.Now.UtcDateTime;

    public override bool IsReplaying => script.IsReplaying;

    /// <summary>Whether anything may yet happen that the code waits for.</summary>
    public bool HasOutstanding => open.Count > 0 || events.Waiting > 0;

    /// <summary>The custom status as JSON.</summary>
    public string? CustomStatus { get; private set; }

    /// <summary>Whether the code asked to begin anew.</summary>
    public bool IsContinued { get; private set; }

    /// <summary>The input of the next execution, as JSON.</summary>
    public string? NextInput { get; private set; }

    /// <summary>Events for the next execution.</summary>
    public IReadOnlyList<HistoryEvent> Unprocessed => IsContinued && PreservesEvents ? events.Unprocessed : [];

    protected override ILoggerFactory LoggerFactory => loggers;

    private bool PreservesEvents { get; set; }

    private int Execution => started.Execution ?? 1;

    public override T? GetInput<T>()
        where T : default => DurablePayload.Read<T>(started.Text);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        thread.Check();
        return Retry(options, () => Schedule<TResult>(HistoryEventKind.ActivityScheduled, name.Name, input, null));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        thread.Check();
        var stated = (options as SubOrchestrationOptions)?.InstanceId;
        if (stated is not null) InstanceIds.Check(stated);
        return Retry(options, () => Schedule<TResult>(
            HistoryEventKind.SubOrchestrationScheduled,
            orchestratorName.Name,
            input,
            stated ?? DeterministicGuid.Create(InstanceId, Execution, "sub-orchestration", script.NextId).ToString("N")));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        thread.Check();
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        var due = new DateTimeOffset(fireAt.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(fireAt, DateTimeKind.Utc) : fireAt.ToUniversalTime());
        var id = script.Take(Event(HistoryEventKind.TimerCreated) with { FireAt = due });
        var task = new OpenTask<object>("timer", id);
        open[id] = task;
        if (cancellationToken.CanBeCanceled) cancellationToken.Register(() => CancelTimer(task, cancellationToken));
        return task.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        thread.Check();
        DurableNames.Check(eventName);
        return cancellationToken.IsCancellationRequested ? Task.FromCanceled<T>(cancellationToken) : events.WaitAsync<T>(eventName, cancellationToken);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        thread.Check();
        var text = DurablePayload.Write(customStatus);
        if (DurablePayload.IsTooLong(text)) throw new InvalidOperationException(DurablePayload.TooLong("The custom status", text!));
        CustomStatus = text;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        thread.Check();
        var text = DurablePayload.Write(newInput);
        if (DurablePayload.IsTooLong(text)) throw new InvalidOperationException(DurablePayload.TooLong("The input of the next execution", text!));
        (IsContinued, NextInput, PreservesEvents) = (true, text, preserveUnprocessedEvents);
    }

    public override Guid NewGuid()
    {
        thread.Check();
        return DeterministicGuid.Create(InstanceId, Execution, "guid", guids++);
    }

    /// <summary>Lets something happen; what waits for it runs before this returns.</summary>
    public void Apply(HistoryEvent entry)
    {
        if (entry.Kind == HistoryEventKind.EventRaised)
        {
            events.Raise(entry);
            return;
        }

        // Outcomes may come twice, or for what was given up meanwhile.
        if (entry.TaskId is not { } id || !open.Remove(id, out var task)) return;
        if (entry.Failure is { } failure) task.Fail(failure);
        else task.Complete(entry.Text);
    }

    private void CancelTimer(OpenTask<object> task, CancellationToken cancellation)
    {
        thread.Check();
        if (!open.Remove(task.Id)) return;
        script.Take(Event(HistoryEventKind.TimerCancelled) with { TaskId = task.Id });
        task.Cancel(cancellation);
    }

    private Task<T> Schedule<T>(HistoryEventKind kind, string name, object? input, string? instanceId)
    {
        DurableNames.Check(name);
        thread.Check();
        var text = DurablePayload.Write(input);
        if (DurablePayload.IsTooLong(text))
            return Task.FromException<T>(TaskFailures.Exception(name, script.NextId, "PayloadTooLarge", DurablePayload.TooLong($"The input of {name}", text!)));
        var id = script.Take(Event(kind) with { Name = name, Text = text, InstanceId = instanceId });
        var task = new OpenTask<T>(name, id);
        open[id] = task;
        return task.Task;
    }

    private Task<T> Retry<T>(TaskOptions? options, Func<Task<T>> attempt) =>
        options?.Retry?.Policy is { } policy ? TaskRetries.RunAsync(this, policy, attempt) : attempt();

    private HistoryEvent Event(HistoryEventKind kind) => new(kind, script.Now);
}
