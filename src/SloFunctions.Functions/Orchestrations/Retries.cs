using Microsoft.DurableTask;

namespace SloFunctions.Functions.Orchestrations;

/// <summary>How often activities are tried that fail as a whole, which servers that do not answer make them do.</summary>
internal static class Retries
{
    /// <summary>
    /// For runs that come again by themselves: a minute, which is twice as long as the breaker around a server that was away stays open;
    /// when it closes it lets a single call through first. What takes longer is left to the next run.
    /// </summary>
    public static TaskOptions Few { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 7, firstRetryInterval: TimeSpan.FromSeconds(10)));

    /// <summary>For runs that somebody waits for: about eight minutes, which a failover of the database takes less than.</summary>
    public static TaskOptions Patient { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 10, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(2)));
}
