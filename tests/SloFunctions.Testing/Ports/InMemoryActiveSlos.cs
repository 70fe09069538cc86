using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Testing.Ports;

/// <summary>Active availability SLOs in memory.</summary>
public sealed class InMemoryActiveSlos : IActiveSloReader
{
    private readonly Dictionary<ServiceId, double> targets = [];

    /// <summary>Puts an SLO in force.</summary>
    /// <param name="service">The service.</param>
    /// <param name="target">A ratio in (0, 1).</param>
    public InMemoryActiveSlos Activate(string service, double target)
    {
        targets[ServiceId.Of(service)] = target;
        return this;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ServiceId, double>> ReadAvailabilityTargetsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<ServiceId, double>>(targets);
}
