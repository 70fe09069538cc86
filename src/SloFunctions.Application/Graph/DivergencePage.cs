namespace SloFunctions.Application.Graph;

/// <summary>A page of the differences between the declared graph and the observed one.</summary>
/// <param name="Totals">All differences, on whichever page.</param>
/// <param name="Divergences">Those of this page, by caller, callee and attribute.</param>
/// <param name="NextCursor">What to ask for next; null on the last page.</param>
public sealed record DivergencePage(DivergenceCounts Totals, IReadOnlyList<DivergenceSummary> Divergences, string? NextCursor);
