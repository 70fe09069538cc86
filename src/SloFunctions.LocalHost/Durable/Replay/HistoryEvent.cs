using Microsoft.DurableTask;

namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>One entry of an orchestration's history. Which members are set follows from the kind.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When; of what the code asked for, the time of its step.</param>
public sealed record HistoryEvent(HistoryEventKind Kind, DateTimeOffset At)
{
    /// <summary>The task that was asked for, or that this is the outcome of; counted from 0 in each execution.</summary>
    public int? TaskId { get; init; }

    /// <summary>The name of the orchestrator, activity or event.</summary>
    public string? Name { get; init; }

    /// <summary>The input, result or payload, as JSON.</summary>
    public string? Text { get; init; }

    /// <summary>Why it failed.</summary>
    public TaskFailureDetails? Failure { get; init; }

    /// <summary>When the timer is due.</summary>
    public DateTimeOffset? FireAt { get; init; }

    /// <summary>The instance that was started; of <see cref="HistoryEventKind.ExecutionStarted"/>, the instance itself.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The number of the execution, from 1; it grows when the instance begins anew.</summary>
    public int? Execution { get; init; }

    /// <summary>The orchestrator that started this one.</summary>
    public string? ParentName { get; init; }

    /// <summary>The instance that started this one.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>Whether the code asked for it, so that a replay must ask for it again.</summary>
    internal bool IsAction => Kind is HistoryEventKind.ActivityScheduled or HistoryEventKind.SubOrchestrationScheduled
        or HistoryEventKind.TimerCreated or HistoryEventKind.TimerCancelled;

    /// <summary>Whether it is the execution's last event.</summary>
    internal bool IsEnd => Kind is HistoryEventKind.ExecutionCompleted or HistoryEventKind.ExecutionFailed or HistoryEventKind.ContinuedAsNew;
}
