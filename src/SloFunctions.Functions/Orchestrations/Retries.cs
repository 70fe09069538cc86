using Microsoft.DurableTask;

namespace SloFunctions.Functions.Orchestrations;

/// <summary>How often an activity of a run that comes again by itself is tried.</summary>
internal static class Retries
{
    /// <summary>Over three quarters of a minute, which is longer than the breaker around a server that was away stays open. What takes longer is left to the next run.</summary>
    public static TaskOptions Few { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromSeconds(3), 2));
}
