namespace SloFunctions.Domain.Graph;

/// <summary>What the availability of one service of a graph rests on.</summary>
/// <param name="Members">
/// The places of the service and of all that it transitively waits for and fails with, alternatives included; ascending.
/// </param>
/// <param name="Excluded">All other dependencies of these services: the service's own first, then by caller and callee.</param>
public sealed record DownstreamClosure(IReadOnlyList<int> Members, IReadOnlyList<ExcludedDependency> Excluded)
{
    /// <summary>Follows the hard dependencies of a service.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="service">The service's place in it.</param>
    public static DownstreamClosure Of(ServiceGraph graph, int service)
    {
        var met = new HashSet<int> { service };
        var next = new Stack<int>(met);
        var excluded = new List<(bool IsOwn, ExcludedDependency Dependency)>();
        while (next.TryPop(out int caller))
        {
            foreach (var d in graph.DependenciesOf(caller))
            {
                if (!d.IsHard) excluded.Add((caller == service, Exclude(graph, d)));
                else if (met.Add(d.Target)) next.Push(d.Target);
            }
        }

        return new DownstreamClosure(
            [.. met.Order()],
            [
                .. excluded
                    .OrderByDescending(e => e.IsOwn)
                    .ThenBy(e => e.Dependency.Source.Value, StringComparer.Ordinal)
                    .ThenBy(e => e.Dependency.Target.Value, StringComparer.Ordinal)
                    .Select(e => e.Dependency),
            ]);
    }

    private static ExcludedDependency Exclude(ServiceGraph graph, GraphDependency dependency) =>
        new(graph.Services[dependency.Source].Id, graph.Services[dependency.Target].Id, Reason(dependency));

    private static ExclusionReason Reason(GraphDependency dependency) => dependency switch
    {
        { Mode: CommunicationMode.Async } => ExclusionReason.Asynchronous,
        { Criticality: DependencyCriticality.Soft } => ExclusionReason.Soft,
        _ => ExclusionReason.Degraded,
    };
}
