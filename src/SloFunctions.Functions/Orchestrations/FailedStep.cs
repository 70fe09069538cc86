using Microsoft.Extensions.Logging;

namespace SloFunctions.Functions.Orchestrations;

/// <summary>Says where a run ended before its end, and why.</summary>
internal static partial class FailedStep
{
    /// <summary>Says it.</summary>
    [LoggerMessage(5843, LogLevel.Error, "{Orchestrator} ended early: {Activity} failed in all attempts: {Reason}; the next run completes it")]
    public static partial void LogEnded(this ILogger logger, string orchestrator, string activity, string reason);

    /// <summary>Says it of a step that the run does without.</summary>
    [LoggerMessage(5844, LogLevel.Warning, "{Orchestrator} goes on without {Activity}, which failed in all attempts: {Reason}; the next run looks at it again")]
    public static partial void LogSkipped(this ILogger logger, string orchestrator, string activity, string reason);
}
