namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>Objectives by what is left of their error budgets.</summary>
/// <param name="Objectives">All of them: a service has one for availability and one for each latency percentile that it promises.</param>
/// <param name="States">By state of the policy.</param>
/// <param name="Consumption">By consumed share, the least first.</param>
/// <param name="NoData">Those of which nothing is known.</param>
public sealed record BudgetFigures(int Objectives, BudgetStateCounts States, IReadOnlyList<ConsumptionDocument> Consumption, NoBudgetDataDocument NoData);
