namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>What is left of the error budgets of all objectives in force. Shares are of a budget; targets are percentages.</summary>
/// <param name="AsOf">When it was computed; null while that has not succeeded once.</param>
/// <param name="Through">The end of the last hour of telemetry in it; null without any.</param>
/// <param name="WindowDays">The days before that which budgets are of.</param>
/// <param name="Policy">What is to be done at which remaining share, the largest first.</param>
/// <param name="Totals">All objectives that are asked for.</param>
/// <param name="ByTeam">By team.</param>
/// <param name="ByCriticality">By criticality.</param>
/// <param name="Worst">The 20 services with the least left, each with its worst objective, the least first.</param>
public sealed record ErrorBudgetHealthDocument(
    DateTimeOffset? AsOf,
    DateTimeOffset? Through,
    int WindowDays,
    IReadOnlyList<BudgetBandDocument> Policy,
    BudgetFigures Totals,
    TeamBreakdown<BudgetFigures> ByTeam,
    IReadOnlyList<CriticalityFigures<BudgetFigures>> ByCriticality,
    IReadOnlyList<ServiceBudgetDocument> Worst);
