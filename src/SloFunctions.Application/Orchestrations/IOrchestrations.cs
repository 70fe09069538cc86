namespace SloFunctions.Application.Orchestrations;

/// <summary>Work of many steps that goes on by itself and survives the end of the process. Calls throw <see cref="Failures.DependencyUnavailableException"/> when its store does not answer.</summary>
public interface IOrchestrations
{
    /// <summary>Starts one, unless one of its id is at work.</summary>
    /// <param name="orchestrator">The orchestrator's name.</param>
    /// <param name="instanceId">The id; at most 100 characters.</param>
    /// <param name="input">What it is told, as small JSON; null for nothing.</param>
    /// <param name="cancellation">Ends the call early; whether it was started is not known then.</param>
    /// <returns>Whether it was started.</returns>
    Task<bool> TryStartAsync(string orchestrator, string instanceId, object? input, CancellationToken cancellation);

    /// <summary>Tells one of an event; nothing happens when there is none of that id or it has ended.</summary>
    Task RaiseAsync(string instanceId, string eventName, CancellationToken cancellation);

    /// <summary>How one stands; null when there is none of that id, or no longer.</summary>
    Task<OrchestrationState?> FindAsync(string instanceId, CancellationToken cancellation);

    /// <summary>When one began that is at work; null when none of that id is.</summary>
    Task<DateTimeOffset?> AtWorkSinceAsync(string instanceId, CancellationToken cancellation);

    /// <summary>Forgets those that have ended and were started before a moment.</summary>
    /// <returns>How many were forgotten.</returns>
    Task<int> ForgetAsync(DateTimeOffset startedBefore, CancellationToken cancellation);
}
