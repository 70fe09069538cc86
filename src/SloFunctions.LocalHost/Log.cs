using Microsoft.Extensions.Logging;

namespace SloFunctions.LocalHost;

/// <summary>What the local host writes to the log.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Function {Function} failed")]
    public static partial void FunctionFailed(this ILogger log, string function, Exception failure);

    [LoggerMessage(2, LogLevel.Error, "Function {Function} took longer than {Timeout} and was cancelled")]
    public static partial void FunctionTimedOut(this ILogger log, string function, TimeSpan timeout);

    [LoggerMessage(3, LogLevel.Information, "Function {Function} runs on its schedule, {PastDue}")]
    public static partial void TimerFires(this ILogger log, string function, string pastDue);

    [LoggerMessage(4, LogLevel.Warning, "The last run of timer {Function} cannot be {Action}; a missed run will not be made up for")]
    public static partial void TimerStateLost(this ILogger log, string function, string action, Exception failure);

    [LoggerMessage(5, LogLevel.Warning, "Function {Function} was asked for with a parameter that cannot be read: {Reason}")]
    public static partial void BadParameter(this ILogger log, string function, string reason);
}
