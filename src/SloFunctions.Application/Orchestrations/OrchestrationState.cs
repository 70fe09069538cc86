namespace SloFunctions.Application.Orchestrations;

/// <summary>How an orchestration stands.</summary>
public enum OrchestrationState
{
    /// <summary>It is at work, waits to begin, or is held.</summary>
    Active,

    /// <summary>It has come to its end.</summary>
    Completed,

    /// <summary>It has failed.</summary>
    Failed,

    /// <summary>Somebody has ended it.</summary>
    Terminated,
}
