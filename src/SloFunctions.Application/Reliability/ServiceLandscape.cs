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
}
