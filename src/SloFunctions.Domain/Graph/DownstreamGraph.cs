namespace SloFunctions.Domain.Graph;

/// <summary>The part of a graph that the availability of one service rests on.</summary>
/// <param name="Graph">
/// The service and all that it transitively waits for and fails with, alternatives included, with the hard dependencies among
/// them; in the order of the whole graph.
/// </param>
/// <param name="Service">The place of the service in <paramref name="Graph"/>.</param>
/// <param name="Excluded">All other dependencies of these services: the service's own first, then by caller and callee.</param>
public sealed record DownstreamGraph(ServiceGraph Graph, int Service, IReadOnlyList<ExcludedDependency> Excluded)
{
    /// <summary>Cuts the part out; a service that the graph does not hold rests on itself alone.</summary>
    public static DownstreamGraph Of(ServiceGraph graph, ServiceId service)
    {
        if (graph.PlaceOf(service) is not { } start) return new(new ServiceGraph([new GraphService(service, ServiceType.Internal, null)], []), 0, []);
        int[] kept = [.. Closure(graph, start).Order()];
        var place = kept.Index().ToDictionary(k => k.Item, k => k.Index);
        var dependencies = kept.SelectMany(graph.DependenciesOf).ToLookup(d => d.IsHard);
        return new DownstreamGraph(
            new ServiceGraph(
                [.. kept.Select(k => graph.Services[k])],
                [.. dependencies[true].Select(d => d with { Source = place[d.Source], Target = place[d.Target] })]),
            place[start],
            [
                .. dependencies[false]
                    .Select(d => new ExcludedDependency(graph.Services[d.Source].Id, graph.Services[d.Target].Id, Reason(d)))
                    .OrderByDescending(e => e.Source == service)
                    .ThenBy(e => e.Source.Value, StringComparer.Ordinal)
                    .ThenBy(e => e.Target.Value, StringComparer.Ordinal),
            ]);
    }

    private static HashSet<int> Closure(ServiceGraph graph, int start)
    {
        var met = new HashSet<int> { start };
        var next = new Stack<int>(met);
        while (next.TryPop(out int service))
        {
            foreach (var d in graph.DependenciesOf(service).Where(d => d.IsHard && met.Add(d.Target))) next.Push(d.Target);
        }

        return met;
    }

    private static ExclusionReason Reason(GraphDependency dependency) => dependency switch
    {
        { Mode: CommunicationMode.Async } => ExclusionReason.Asynchronous,
        { Criticality: DependencyCriticality.Soft } => ExclusionReason.Soft,
        _ => ExclusionReason.Degraded,
    };
}
