using Microsoft.DurableTask;

namespace SloFunctions.Functions.Orchestrations;

/// <summary>How often activities are tried that fail as a whole, which servers that do not answer make them do.</summary>
internal static class Retries
{
    /// <summary>
    /// For runs that come again by themselves: three quarters of a minute, which is longer than the breaker around a server that was
    /// away stays open. What takes longer is left to the next run.
    /// </summary>
    public static TaskOptions Few { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 5, firstRetryInterval: TimeSpan.FromSeconds(3), backoffCoefficient: 2));

    /// <summary>For runs that somebody waits for: about eight minutes, which a failover of the database takes less than.</summary>
    public static TaskOptions Patient { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 10, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(2)));
}
