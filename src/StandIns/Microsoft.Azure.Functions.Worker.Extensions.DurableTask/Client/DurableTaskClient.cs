namespace Microsoft.DurableTask.Client;

/// <summary>Starts orchestrations, asks for them and has its say in them.</summary>
/// <param name="name">The task hub.</param>
public abstract class DurableTaskClient(string name) : IAsyncDisposable
{
    /// <summary>The task hub.</summary>
    public string Name => name;

    /// <summary>Starts an orchestration.</summary>
    /// <returns>Its id.</returns>
    public virtual Task<string> ScheduleNewOrchestrationInstanceAsync(TaskName orchestratorName, object? input, CancellationToken cancellation) =>
        ScheduleNewOrchestrationInstanceAsync(orchestratorName, input, null, cancellation);

    /// <summary>Starts an orchestration; one that has ended gives way to another of its id.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="InvalidOperationException">One of that id has not ended; the real host has an exception of its own for it.</exception>
    public abstract Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Raises an event for an orchestration, which receives it when it waits for it.</summary>
    public abstract Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default);

    /// <summary>The orchestration once it has ended.</summary>
    public abstract Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default);

    /// <summary>Ends an orchestration as it stands; activities that run come to their end.</summary>
    public virtual Task TerminateInstanceAsync(string instanceId, object? output, CancellationToken cancellation = default) =>
        throw new NotSupportedException("This client ends no orchestration.");

    /// <summary>Holds an orchestration.</summary>
    public abstract Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default);

    /// <summary>Lets a held orchestration go on.</summary>
    public abstract Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default);

    /// <summary>What is known of an orchestration; null when there is none.</summary>
    public virtual Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, CancellationToken cancellation) =>
        GetInstanceAsync(instanceId, false, cancellation);

    /// <summary>What is known of an orchestration; null when there is none.</summary>
    public virtual Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException("This client finds no orchestration.");

    /// <summary>Those that are asked for, the oldest first.</summary>
    public abstract AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null);

    /// <summary>Forgets an orchestration that has ended.</summary>
    public virtual Task<PurgeResult> PurgeInstanceAsync(string instanceId, CancellationToken cancellation) =>
        throw new NotSupportedException("This client forgets no orchestration.");

    /// <summary>Forgets orchestrations that have ended.</summary>
    public virtual Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, CancellationToken cancellation) =>
        throw new NotSupportedException("This client forgets no orchestration.");

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
