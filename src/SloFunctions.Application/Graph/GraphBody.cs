namespace SloFunctions.Application.Graph;

/// <summary>A graph submission as it arrives: nothing is checked yet, unknown properties are ignored.</summary>
/// <param name="Source">A discovery source.</param>
/// <param name="Timestamp">When the source saw the graph, ISO 8601; now when missing.</param>
/// <param name="Nodes">The services described.</param>
/// <param name="Edges">The dependencies.</param>
public sealed record GraphBody(string? Source, string? Timestamp, IReadOnlyList<NodeBody?>? Nodes, IReadOnlyList<EdgeBody?>? Edges);
