using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Testing.Ports;

/// <summary>A source that always tells the same, or always fails.</summary>
public sealed class FixedDiscovery(DiscoverySource source, Func<DiscoveredGraph> answer) : IGraphDiscovery
{
    /// <inheritdoc/>
    public DiscoverySource Source => source;

    /// <inheritdoc/>
    public bool IsConfigured { get; init; } = true;

    /// <inheritdoc/>
    public Task<DiscoveredGraph> DiscoverAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(answer());
    }
}
