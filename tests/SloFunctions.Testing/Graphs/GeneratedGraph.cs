using SloFunctions.Domain.Graph;

namespace SloFunctions.Testing.Graphs;

/// <summary>A graph of services in which few are popular, few call many, and nearly all calls go downwards; the same for the same shape.</summary>
/// <param name="Services">The ids of the services.</param>
/// <param name="Edges">The dependencies, each pair of services at most once.</param>
public sealed record GeneratedGraph(IReadOnlyList<string> Services, IReadOnlyList<GeneratedEdge> Edges)
{
    /// <summary>Makes a graph.</summary>
    public static GeneratedGraph Of(GraphShape shape) => new GraphGenerator(shape).Generate();

    /// <summary>The same as the effective graph of a store.</summary>
    public ServiceGraph ToServiceGraph() => new(
        [.. Services.Select(s => new GraphService(ServiceId.Of(s), ServiceType.Internal, null))],
        [.. Edges.Select(e => new GraphDependency(e.Source, e.Target, e.Mode, e.Criticality, e.Group, null))]);
}
