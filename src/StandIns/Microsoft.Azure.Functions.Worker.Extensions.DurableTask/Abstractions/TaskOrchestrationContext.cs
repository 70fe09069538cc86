using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>All that an orchestrator may do; whatever else it reads would differ when it is run again from its history.</summary>
public abstract class TaskOrchestrationContext
{
    /// <summary>The orchestrator's name.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The id of the orchestration.</summary>
    public abstract string InstanceId { get; }

    /// <summary>Who started it as a sub-orchestration; null when nobody did.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The time, UTC; the same in each replay.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>Whether this part of the code has been run before.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>Makes loggers.</summary>
    protected abstract ILoggerFactory LoggerFactory { get; }

    /// <summary>The input.</summary>
    public abstract T? GetInput<T>();

    /// <summary>Runs an activity.</summary>
    /// <exception cref="TaskFailedException">It failed, by awaiting the task.</exception>
    public virtual Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) => CallActivityAsync<object>(name, input, options);

    /// <summary>Runs an activity and reads its result.</summary>
    /// <exception cref="TaskFailedException">It failed, by awaiting the task.</exception>
    public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

    /// <summary>Waits, however long the process lives.</summary>
    public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) => CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>Waits until a time, UTC, however long the process lives.</summary>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>Waits for an event that is raised from outside; one that came earlier counts.</summary>
    public abstract Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>Says how far it has come, to whoever asks for the orchestration.</summary>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>Runs an orchestration as a part of this one.</summary>
    /// <exception cref="TaskFailedException">It failed, by awaiting the task.</exception>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        CallSubOrchestratorAsync<object>(orchestratorName, input, options);

    /// <summary>Runs an orchestration as a part of this one and reads its result.</summary>
    /// <exception cref="TaskFailedException">It failed, by awaiting the task.</exception>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null);

    /// <summary>Starts again from the beginning with another input and no history, once the orchestrator returns.</summary>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <summary>An id that is the same in each replay.</summary>
    public abstract Guid NewGuid();

    /// <summary>A logger that is silent while the code is run again.</summary>
    public virtual ILogger CreateReplaySafeLogger(string categoryName) => new ReplaySafeLogger(this, LoggerFactory.CreateLogger(categoryName));

    /// <summary>A logger that is silent while the code is run again, named after a type.</summary>
    public virtual ILogger CreateReplaySafeLogger<T>() => new ReplaySafeLogger(this, LoggerFactory.CreateLogger<T>());
}
