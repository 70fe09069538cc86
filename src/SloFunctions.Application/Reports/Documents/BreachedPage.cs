namespace SloFunctions.Application.Reports.Documents;

/// <summary>A page of the breached objectives.</summary>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Objectives">By month, oldest first, and service.</param>
/// <param name="NextCursor">What to ask for next; null on the last page.</param>
public sealed record BreachedPage(int Total, IReadOnlyList<BreachedObjectiveDocument> Objectives, string? NextCursor);
