namespace SloFunctions.Application.Graph;

/// <summary>The surroundings of a service.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Direction">Which way was followed.</param>
/// <param name="Depth">The most hops followed.</param>
/// <param name="Nodes">The services reached and the service itself, by id.</param>
/// <param name="Edges">The dependencies followed, by caller and callee.</param>
public sealed record Subgraph(
    string ServiceId, string Direction, int Depth, IReadOnlyList<ServiceSummary> Nodes, IReadOnlyList<EdgeSummary> Edges);
