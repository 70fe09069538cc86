using SloFunctions.Application.Failures;
using SloFunctions.Application.Orchestrations;

namespace SloFunctions.Testing.Ports;

/// <summary>Notes which orchestrations are started, and runs none.</summary>
public sealed class RecordedOrchestrations : IOrchestrations
{
    /// <summary>How each stands, by id.</summary>
    public Dictionary<string, OrchestrationState> States { get; } = new(StringComparer.Ordinal);

    /// <summary>What was started, in order.</summary>
    public List<(string Orchestrator, string InstanceId, object? Input)> Started { get; } = [];

    /// <summary>Whether the store does not answer.</summary>
    public bool IsAway { get; set; }

    /// <inheritdoc/>
    public Task<bool> TryStartAsync(string orchestrator, string instanceId, object? input, CancellationToken cancellation)
    {
        Answer();
        if (States.GetValueOrDefault(instanceId, OrchestrationState.Completed) == OrchestrationState.Active) return Task.FromResult(false);
        States[instanceId] = OrchestrationState.Active;
        Started.Add((orchestrator, instanceId, input));
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public Task RaiseAsync(string instanceId, string eventName, CancellationToken cancellation)
    {
        Answer();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<OrchestrationState?> FindAsync(string instanceId, CancellationToken cancellation)
    {
        Answer();
        return Task.FromResult<OrchestrationState?>(States.TryGetValue(instanceId, out var state) ? state : null);
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> AtWorkSinceAsync(string instanceId, CancellationToken cancellation)
    {
        Answer();
        return Task.FromResult(States.GetValueOrDefault(instanceId, OrchestrationState.Completed) == OrchestrationState.Active ? DateTimeOffset.UnixEpoch : (DateTimeOffset?)null);
    }

    private void Answer()
    {
        if (IsAway) throw new DependencyUnavailableException("orchestrations", TimeSpan.FromSeconds(5), null);
    }
}
