namespace SloFunctions.Application.Graph;

/// <summary>A page of circular dependencies.</summary>
/// <param name="CircularDependencies">The cycles, by id.</param>
/// <param name="NextCursor">What to ask for next; null on the last page.</param>
public sealed record CyclePage(IReadOnlyList<CycleSummary> CircularDependencies, string? NextCursor);
