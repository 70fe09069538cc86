using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>Somebody who can tell which services there are and which of them call which.</summary>
public interface IGraphDiscovery
{
    /// <summary>As whose word the graph is stored.</summary>
    DiscoverySource Source { get; }

    /// <summary>Whether the settings name this source; it is not asked otherwise.</summary>
    bool IsConfigured { get; }

    /// <summary>Reads the present graph.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The source does not answer, refuses or answers nonsense; the cause says which.</exception>
    Task<DiscoveredGraph> DiscoverAsync(CancellationToken cancellation);
}
