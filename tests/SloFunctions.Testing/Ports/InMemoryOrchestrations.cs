using SloFunctions.Application.Failures;
using SloFunctions.Application.Orchestrations;

namespace SloFunctions.Testing.Ports;

/// <summary>Notes what is asked of orchestrations, whose states are set by hand.</summary>
public sealed class InMemoryOrchestrations : IOrchestrations
{
    private readonly List<string> calls = [];

    /// <summary>What was started and told, oldest first.</summary>
    public IReadOnlyList<string> Calls => calls;

    /// <summary>How those that there are stand.</summary>
    public Dictionary<string, OrchestrationState> States { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether they answer.</summary>
    public bool IsReachable { get; set; } = true;

    /// <inheritdoc/>
    public Task<bool> TryStartAsync(string orchestrator, string instanceId, object? input, CancellationToken cancellation)
    {
        ThrowIfDown();
        if (States.GetValueOrDefault(instanceId, OrchestrationState.Completed) == OrchestrationState.Active) return Task.FromResult(false);
        States[instanceId] = OrchestrationState.Active;
        calls.Add($"{orchestrator} {instanceId} {input}");
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public Task RaiseAsync(string instanceId, string eventName, CancellationToken cancellation)
    {
        ThrowIfDown();
        calls.Add($"{eventName} {instanceId}");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<OrchestrationState?> FindAsync(string instanceId, CancellationToken cancellation)
    {
        ThrowIfDown();
        return Task.FromResult(States.TryGetValue(instanceId, out var state) ? state : (OrchestrationState?)null);
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> AtWorkSinceAsync(string instanceId, CancellationToken cancellation)
    {
        ThrowIfDown();
        return Task.FromResult(States.GetValueOrDefault(instanceId, OrchestrationState.Completed) == OrchestrationState.Active ? DateTimeOffset.UnixEpoch : (DateTimeOffset?)null);
    }

    private void ThrowIfDown()
    {
        if (!IsReachable) throw new DependencyUnavailableException("orchestrations", TimeSpan.FromSeconds(5), null);
    }
}
