using SloFunctions.Application.Failures;
using SloFunctions.Application.Orchestrations;

namespace SloFunctions.Testing.Ports;

/// <summary>Notes what is asked of orchestrations and runs none; how they stand is set by hand.</summary>
public sealed class InMemoryOrchestrations : IOrchestrations
{
    private readonly List<(string Orchestrator, string InstanceId, object? Input)> started = [];
    private readonly List<string> raised = [];

    /// <summary>What was started, oldest first.</summary>
    public IReadOnlyList<(string Orchestrator, string InstanceId, object? Input)> Started => started;

    /// <summary>The events that were told, each with the id it was told to, oldest first.</summary>
    public IReadOnlyList<string> Raised => raised;

    /// <summary>How those that there are stand.</summary>
    public Dictionary<string, OrchestrationState> States { get; } = new(StringComparer.Ordinal);

    /// <summary>When those began that are at work.</summary>
    public DateTimeOffset Since { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>Up to when those that have ended were forgotten; null when never.</summary>
    public DateTimeOffset? ForgottenUpTo { get; private set; }

    /// <summary>Whether they answer.</summary>
    public bool IsReachable { get; set; } = true;

    /// <inheritdoc/>
    public Task<bool> TryStartAsync(string orchestrator, string instanceId, object? input, CancellationToken cancellation)
    {
        ThrowIfDown();
        if (IsAtWork(instanceId)) return Task.FromResult(false);
        States[instanceId] = OrchestrationState.Active;
        started.Add((orchestrator, instanceId, input));
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public Task RaiseAsync(string instanceId, string eventName, CancellationToken cancellation)
    {
        ThrowIfDown();
        raised.Add($"{eventName} {instanceId}");
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
        return Task.FromResult(IsAtWork(instanceId) ? Since : (DateTimeOffset?)null);
    }

    /// <inheritdoc/>
    public Task<int> ForgetAsync(DateTimeOffset startedBefore, CancellationToken cancellation)
    {
        ThrowIfDown();
        ForgottenUpTo = startedBefore;
        return Task.FromResult(0);
    }

    private bool IsAtWork(string instanceId) => States.TryGetValue(instanceId, out var state) && state == OrchestrationState.Active;

    private void ThrowIfDown()
    {
        if (!IsReachable) throw new DependencyUnavailableException("orchestrations", TimeSpan.FromSeconds(5), null);
    }
}
