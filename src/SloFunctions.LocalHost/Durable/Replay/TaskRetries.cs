using Microsoft.DurableTask;

namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>Tries a task again as its policy says, with durable timers between.</summary>
internal static class TaskRetries
{
    public static async Task<T> RunAsync<T>(TaskOrchestrationContext context, RetryPolicy policy, Func<Task<T>> attempt)
    {
        var began = context.CurrentUtcDateTime;
        for (var number = 1; ; number++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException) when (number < policy.MaxNumberOfAttempts && MayGoOn(context, policy, began))
            {
                // Below.
            }

            await context.CreateTimer(Delay(policy, number), CancellationToken.None);
        }
    }

    private static bool MayGoOn(TaskOrchestrationContext context, RetryPolicy policy, DateTime began) =>
        policy.RetryTimeout == Timeout.InfiniteTimeSpan || context.CurrentUtcDateTime - began < policy.RetryTimeout;

    private static TimeSpan Delay(RetryPolicy policy, int number)
    {
        var seconds = policy.FirstRetryInterval.TotalSeconds * Math.Pow(policy.BackoffCoefficient, number - 1);
        return policy.MaxRetryInterval > TimeSpan.Zero && seconds >= policy.MaxRetryInterval.TotalSeconds
            ? policy.MaxRetryInterval
            : TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(365).TotalSeconds));
    }
}
