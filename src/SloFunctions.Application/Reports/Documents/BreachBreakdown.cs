namespace SloFunctions.Application.Reports.Documents;

/// <summary>All months together, divided into groups.</summary>
/// <param name="Total">How many groups there are.</param>
/// <param name="Groups">The hundred with the most judged windows, those first.</param>
public sealed record BreachBreakdown(int Total, IReadOnlyList<GroupBreachFigures> Groups);
