using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Reliability;

/// <summary>What a service can reach, given what it needs. All availabilities are ratios in [0, 1].</summary>
/// <param name="Achieved">The service's own measured availability; null when nothing was measured.</param>
/// <param name="SelfAvailability">Its availability with perfect dependencies: min(1, achieved ÷ ceiling); null when nothing was measured.</param>
/// <param name="DependencyCeiling">The availability of all its hard dependencies together; 1 without any.</param>
/// <param name="Bound">Self availability × ceiling; the ceiling alone when nothing was measured.</param>
/// <param name="IsMasked">
/// The service did better than its dependencies allow, so that some of them are softer than declared (retries, caches,
/// fallbacks). The bound is then no cap.
/// </param>
/// <param name="HardDependencies">The number of distinct services it transitively needs.</param>
/// <param name="Bottleneck">The dependency that costs the most availability; null without dependencies that fail.</param>
/// <param name="BottleneckAvailability">The bottleneck's own availability with perfect dependencies; null without one.</param>
/// <param name="Unmeasured">Dependencies without measurements; they are taken as perfect, so that the bound may be too high.</param>
public sealed record CompositeBound(
    double? Achieved,
    double? SelfAvailability,
    double DependencyCeiling,
    double Bound,
    bool IsMasked,
    int HardDependencies,
    ServiceId? Bottleneck,
    double? BottleneckAvailability,
    IReadOnlyList<ServiceId> Unmeasured)
{
    /// <summary>Computes the bound of the target from what it and its dependencies achieved.</summary>
    public static CompositeBound Of(MeasuredDependencies input)
    {
        ServiceId[] ids = [input.Target, .. input.HardEdges.SelectMany(e => new[] { e.Caller, e.Callee }).Where(s => s != input.Target).Distinct()];
        var place = ids.Index().ToDictionary(s => s.Item, s => s.Index);
        var graph = new ServiceGraph(
            [.. ids.Select(id => new GraphService(id, ServiceType.Internal, null))],
            [.. input.HardEdges.Select(e => new GraphDependency(place[e.Caller], place[e.Callee], CommunicationMode.Sync, DependencyCriticality.Hard, null, null))]);
        double?[] observed = [.. ids.Select(id => input.Achieved.TryGetValue(id, out double achieved) ? achieved : (double?)null)];
        return Of(ids, new ServiceAvailabilities(graph, observed, new double?[ids.Length], default));
    }

    private static CompositeBound Of(ServiceId[] ids, ServiceAvailabilities all)
    {
        var target = all.Services[0];
        var bottleneck = all.Network.Contributions(0, all.Own).FirstOrDefault(c => c.Service != 0 && c.Share > 0);
        return new CompositeBound(
            target.Achieved,
            target.Achieved is null ? null : target.SelfAvailability,
            target.DependencyCeiling.Availability,
            target.Bound.Availability,
            target.IsMasked,
            target.Dependencies,
            bottleneck is null ? null : ids[bottleneck.Service],
            bottleneck is null ? null : all.Own[bottleneck.Service],
            [.. WithoutMeasurements(ids, all).OrderBy(s => s.Value, StringComparer.Ordinal)]);
    }

    private static IEnumerable<ServiceId> WithoutMeasurements(ServiceId[] ids, ServiceAvailabilities all) =>
        ids.Where((_, i) => i > 0 && all.Services[i].Basis == AvailabilityBasis.AssumedPerfect);
}
