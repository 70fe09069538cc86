using Microsoft.DurableTask;

namespace SloFunctions.Functions.Orchestrations;

/// <summary>How often an activity of a run that comes again by itself is tried.</summary>
internal static class Retries
{
    /// <summary>Over about a quarter of a minute, for a server that starts again. What takes longer is left to the next run.</summary>
    public static TaskOptions Few { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(4, TimeSpan.FromSeconds(2), 2));
}
