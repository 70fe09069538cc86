using Microsoft.Extensions.Logging;

namespace SloFunctions.LocalHost.Durable;

/// <summary>What the engine of orchestrations writes to the log.</summary>
internal static partial class DurableLog
{
    [LoggerMessage(20, LogLevel.Warning, "Orchestrations cannot go on, since their database does not answer as it should; it is tried again until it does")]
    public static partial void DatabaseAway(this ILogger log, Exception failure);

    [LoggerMessage(21, LogLevel.Information, "Another host works on the orchestrations of this database; this one takes over when that one ends")]
    public static partial void OtherHostWorks(this ILogger log);

    [LoggerMessage(22, LogLevel.Information, "This host works on the orchestrations of its database now")]
    public static partial void WorksNow(this ILogger log);

    [LoggerMessage(23, LogLevel.Error, "A step of orchestration {Instance} was refused by the database and is tried again")]
    public static partial void StepRefused(this ILogger log, string instance, Exception failure);

    [LoggerMessage(24, LogLevel.Error, "Orchestrator {Orchestrator} of instance {Instance} was stopped: {Divergence}")]
    public static partial void NotDeterministic(this ILogger log, string orchestrator, string instance, string divergence);

    [LoggerMessage(25, LogLevel.Error, "Orchestrator {Orchestrator} of instance {Instance} failed: {ErrorType}: {ErrorMessage}")]
    public static partial void OrchestrationFailed(this ILogger log, string orchestrator, string instance, string errorType, string errorMessage);
}
