using Microsoft.DurableTask;

namespace SloFunctions.Functions.Orchestrations;

/// <summary>How activities are tried again that fail as a whole, which servers that do not answer make them do.</summary>
internal static class ActivityRetries
{
    /// <summary>About eight minutes, which a failover of the database takes less than.</summary>
    public static TaskOptions Patient { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 10, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(2)));
}
