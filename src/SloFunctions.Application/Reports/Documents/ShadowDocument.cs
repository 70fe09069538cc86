namespace SloFunctions.Application.Reports.Documents;

/// <summary>How availability targets that people chose compare with recommended ones. Targets are percentages, probabilities and rates shares in [0, 1].</summary>
/// <param name="GeneratedAt">When the report was made.</param>
/// <param name="TelemetryThrough">The end of the last stored hour; null before the first.</param>
/// <param name="Note">What a reader must know about the figures.</param>
/// <param name="Totals">All services.</param>
/// <param name="Services">A page of those with an active recommendation, by id.</param>
/// <param name="NextCursor">What to ask for next; null on the last page.</param>
public sealed record ShadowDocument(
    DateTimeOffset GeneratedAt,
    DateTimeOffset? TelemetryThrough,
    string Note,
    ShadowTotals Totals,
    IReadOnlyList<ShadowServiceDocument> Services,
    string? NextCursor);
