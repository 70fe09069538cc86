using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Reliability;

/// <summary>All services as they are at present, ready to be asked questions. Lists go by the services' places in the graph.</summary>
/// <param name="SnapshotId">The graph's snapshot; null before the first submission.</param>
/// <param name="Graph">The graph.</param>
/// <param name="Window">The time that was observed.</param>
/// <param name="Targets">The target of each service's active availability SLO, a ratio in (0, 1); null without one.</param>
/// <param name="Availabilities">How available the services are.</param>
/// <param name="Requirements">What they need of each other.</param>
public sealed record ServiceLandscape(
    Guid? SnapshotId,
    ServiceGraph Graph,
    TimeWindow Window,
    IReadOnlyList<double?> Targets,
    ServiceAvailabilities Availabilities,
    Requirements Requirements)
{
    /// <summary>The name of a service.</summary>
    public string NameOf(int place) => Graph.Services[place].Id.Value;

    /// <summary>Computes how available the services of a graph are.</summary>
    /// <param name="current">The graph with its snapshot.</param>
    /// <param name="window">The time that was observed.</param>
    /// <param name="counts">What was counted in it; services without traffic are missing.</param>
    /// <param name="targets">For each service the target of its active availability SLO, a ratio in (0, 1); null without one.</param>
    public static ServiceLandscape Of(
        CurrentGraph current, TimeWindow window, IReadOnlyDictionary<ServiceId, SliCounts> counts, IReadOnlyList<double?> targets)
    {
        var graph = current.Graph;
        double?[] observed = [.. graph.Services.Select(s => counts.TryGetValue(s.Id, out var found) ? found.Ratio : null)];
        return new ServiceLandscape(
            current.SnapshotId,
            graph,
            window,
            targets,
            new ServiceAvailabilities(graph, observed, targets, window),
            new Requirements(graph.Services.Count, graph.Dependencies));
    }

    /// <summary>The targets of a graph's services in their order; null for those without one.</summary>
    public static double?[] TargetsOf(ServiceGraph graph, IReadOnlyDictionary<ServiceId, double> active) =>
        [.. graph.Services.Select(s => active.TryGetValue(s.Id, out double target) ? target : (double?)null)];
}
