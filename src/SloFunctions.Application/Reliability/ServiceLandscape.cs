using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Reliability;

/// <summary>All services as they are at present, ready to be asked questions. Lists go by the services' places in the graph.</summary>
/// <param name="SnapshotId">The graph's snapshot; null before the first submission.</param>
/// <param name="Graph">The graph.</param>
/// <param name="Evidence">What was observed and promised.</param>
/// <param name="Targets">The target of each service's active availability SLO, a ratio in (0, 1); null without one.</param>
/// <param name="Availabilities">How available the services are.</param>
/// <param name="Requirements">What they need of each other.</param>
public sealed record ServiceLandscape(
    Guid? SnapshotId,
    ServiceGraph Graph,
    FleetEvidence Evidence,
    IReadOnlyList<double?> Targets,
    ServiceAvailabilities Availabilities,
    Requirements Requirements)
{
    private readonly Lazy<ReliabilityNetwork> allUp = new(() => ReliabilityNetwork.Of(Graph, CycleRule.AllUp));
    private readonly Lazy<FleetEvidenceContent> content = new(() => FleetEvidenceContent.Of(Evidence));

    /// <summary>The time that was observed.</summary>
    public TimeWindow Window => Evidence.Window;

    /// <summary>The network in which all services of a cycle have to work.</summary>
    public ReliabilityNetwork AllUp => allUp.Value;

    /// <summary>The evidence as it is kept.</summary>
    public FleetEvidenceContent Content => content.Value;

    /// <summary>The name of a service.</summary>
    public string NameOf(int place) => Graph.Services[place].Id.Value;

    /// <summary>Computes how available the services of a graph are.</summary>
    /// <param name="current">The graph with its snapshot.</param>
    /// <param name="evidence">What was observed and promised.</param>
    public static ServiceLandscape Of(CurrentGraph current, FleetEvidence evidence)
    {
        var graph = current.Graph;
        double?[] observed = [.. graph.Services.Select(s => evidence.Counts.TryGetValue(s.Id, out var found) ? found.Ratio : null)];
        double?[] targets = [.. graph.Services.Select(s => evidence.Targets.TryGetValue(s.Id, out double target) ? target : (double?)null)];
        return new ServiceLandscape(
            current.SnapshotId,
            graph,
            evidence,
            targets,
            new ServiceAvailabilities(graph, observed, targets, evidence.Window),
            new Requirements(graph.Services.Count, graph.Dependencies));
    }
}
