namespace Microsoft.DurableTask;

/// <summary>How often a task that fails is tried, and how long it waits in between.</summary>
public class RetryPolicy
{
    /// <summary>A policy.</summary>
    /// <param name="maxNumberOfAttempts">All attempts, the first among them; 1 or more.</param>
    /// <param name="firstRetryInterval">The wait before the second attempt; more than 0.</param>
    /// <param name="backoffCoefficient">By how much each wait is longer than the one before; 1 or more.</param>
    /// <param name="maxRetryInterval">The longest wait; an hour when null.</param>
    /// <param name="retryTimeout">After which time no further attempt begins; none when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public RetryPolicy(
        int maxNumberOfAttempts, TimeSpan firstRetryInterval, double backoffCoefficient = 1, TimeSpan? maxRetryInterval = null, TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxNumberOfAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1);
        (MaxNumberOfAttempts, FirstRetryInterval, BackoffCoefficient) = (maxNumberOfAttempts, firstRetryInterval, backoffCoefficient);
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
    }

    /// <summary>All attempts, the first among them.</summary>
    public int MaxNumberOfAttempts { get; }

    /// <summary>The wait before the second attempt.</summary>
    public TimeSpan FirstRetryInterval { get; }

    /// <summary>By how much each wait is longer than the one before.</summary>
    public double BackoffCoefficient { get; }

    /// <summary>The longest wait.</summary>
    public TimeSpan MaxRetryInterval { get; }

    /// <summary>After which time no further attempt begins; infinite when it always may.</summary>
    public TimeSpan RetryTimeout { get; }
}
