namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>What happened to an orchestration, or what its code asked for.</summary>
public enum HistoryEventKind
{
    /// <summary>A step began; the code runs up to the point where it waits.</summary>
    StepStarted,

    /// <summary>The execution was started, with its input.</summary>
    ExecutionStarted,

    /// <summary>The code asked for an activity.</summary>
    ActivityScheduled,

    /// <summary>An activity has its result.</summary>
    ActivityCompleted,

    /// <summary>An activity failed.</summary>
    ActivityFailed,

    /// <summary>The code asked for a sub-orchestration.</summary>
    SubOrchestrationScheduled,

    /// <summary>A sub-orchestration has its result.</summary>
    SubOrchestrationCompleted,

    /// <summary>A sub-orchestration failed, was terminated or could not be started.</summary>
    SubOrchestrationFailed,

    /// <summary>The code asked for a timer.</summary>
    TimerCreated,

    /// <summary>The code needs a timer no longer.</summary>
    TimerCancelled,

    /// <summary>A timer is due.</summary>
    TimerFired,

    /// <summary>Somebody raised an event.</summary>
    EventRaised,

    /// <summary>The code returned its result.</summary>
    ExecutionCompleted,

    /// <summary>The code failed.</summary>
    ExecutionFailed,

    /// <summary>The code asked to begin anew, with the input in the text.</summary>
    ContinuedAsNew,
}
