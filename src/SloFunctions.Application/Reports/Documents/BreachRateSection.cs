namespace SloFunctions.Application.Reports.Documents;

/// <summary>The objectives of one kind.</summary>
/// <param name="Total">All months together.</param>
/// <param name="Months">Each month, oldest first.</param>
/// <param name="ByTier">By the tier whose target is in force; null where none is.</param>
/// <param name="ByMethod">By the method of the recommendation; null without one.</param>
/// <param name="BySource">By where the target comes from.</param>
/// <param name="ByTeam">By team; null where none is registered.</param>
/// <param name="ByCriticality">By the criticality of the service.</param>
public sealed record BreachRateSection(
    BreachFigures Total,
    IReadOnlyList<MonthBreachFigures> Months,
    BreachBreakdown ByTier,
    BreachBreakdown ByMethod,
    BreachBreakdown BySource,
    BreachBreakdown ByTeam,
    BreachBreakdown ByCriticality);
