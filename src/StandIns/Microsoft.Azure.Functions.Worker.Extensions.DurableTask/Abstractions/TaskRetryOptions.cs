namespace Microsoft.DurableTask;

/// <summary>How a task that fails is tried again.</summary>
public sealed class TaskRetryOptions
{
    /// <summary>By a policy.</summary>
    public TaskRetryOptions(RetryPolicy policy) => Policy = policy;

    /// <summary>The policy.</summary>
    public RetryPolicy? Policy { get; }

    /// <summary>By a policy.</summary>
    public static implicit operator TaskRetryOptions(RetryPolicy policy) => new(policy);
}
