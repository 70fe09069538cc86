namespace Microsoft.DurableTask;

/// <summary>How a task is run.</summary>
public record TaskOptions
{
    /// <summary>With retries, or without when null.</summary>
    public TaskOptions(TaskRetryOptions? retry) => Retry = retry;

    /// <summary>A copy.</summary>
    public TaskOptions(TaskOptions options) => Retry = options.Retry;

    /// <summary>How it is tried again; not at all when null.</summary>
    public TaskRetryOptions? Retry { get; init; }

    /// <summary>Tried again by a policy.</summary>
    public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

    /// <summary>The same for a sub-orchestration of a given id.</summary>
    public SubOrchestrationOptions WithInstanceId(string instanceId) => new(this, instanceId);
}
