using Microsoft.DurableTask;

namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>Failures of tasks in the form in which a history holds them, of bounded length.</summary>
internal static class TaskFailures
{
    private const int LongestMessage = 2000;
    private const int LongestTrace = 2000;
    private const int LongestType = 200;
    private const int MostInner = 3;

    public static TaskFailureDetails Of(Exception failure) => Of(failure, MostInner);

    public static TaskFailureDetails Of(string type, string message) => new(type, Cut(message, LongestMessage), null, null, null);

    public static TaskFailedException Exception(string name, int taskId, string type, string message) => new(name, taskId, Of(type, message));

    private static TaskFailureDetails Of(Exception failure, int depth) => new(
        Cut(failure.GetType().FullName ?? failure.GetType().Name, LongestType),
        Cut(failure.Message, LongestMessage),
        failure.StackTrace is { } trace ? Cut(trace, LongestTrace) : null,
        depth == 0 ? null : Inner(failure, depth),
        null);

    private static TaskFailureDetails? Inner(Exception failure, int depth) => failure switch
    {
        TaskFailedException task => Bound(task.FailureDetails, depth - 1),
        { InnerException: { } inner } => Of(inner, depth - 1),
        _ => null,
    };

    private static TaskFailureDetails Bound(TaskFailureDetails details, int depth) =>
        details with { InnerFailure = depth == 0 || details.InnerFailure is not { } inner ? null : Bound(inner, depth - 1) };

    private static string Cut(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length), "…");
}
