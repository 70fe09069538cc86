using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>What is stored of the graph, source by source.</summary>
/// <param name="Services">All services, by id in ordinal order.</param>
/// <param name="Views">What sources say of dependencies and have not been silent about for long.</param>
public sealed record StoredGraph(IReadOnlyList<GraphService> Services, IReadOnlyList<SourcedDependency> Views);
