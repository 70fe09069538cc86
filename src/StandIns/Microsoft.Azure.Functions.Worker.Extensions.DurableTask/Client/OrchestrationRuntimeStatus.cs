namespace Microsoft.DurableTask.Client;

/// <summary>How an orchestration stands.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>It runs.</summary>
    Running = 0,

    /// <summary>It has returned.</summary>
    Completed = 1,

    /// <summary>It has thrown.</summary>
    Failed = 3,

    /// <summary>It was ended from outside.</summary>
    Terminated = 5,

    /// <summary>It has not begun.</summary>
    Pending = 6,

    /// <summary>It is held.</summary>
    Suspended = 7,
}
