namespace SloFunctions.Domain.Graph;

/// <summary>A checked submission of a part of the dependency graph by one source.</summary>
/// <param name="Source">Who submits it.</param>
/// <param name="ObservedAt">When the source saw it, UTC.</param>
/// <param name="Nodes">The services described; each id once.</param>
/// <param name="Edges">The dependencies; each (source, target) once; either end may be missing from the nodes.</param>
public sealed record GraphUpdate(
    DiscoverySource Source,
    DateTimeOffset ObservedAt,
    IReadOnlyList<ServiceRegistration> Nodes,
    IReadOnlyList<DependencyEdge> Edges);
