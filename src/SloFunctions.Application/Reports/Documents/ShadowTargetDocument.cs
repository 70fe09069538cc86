namespace SloFunctions.Application.Reports.Documents;

/// <summary>An availability target.</summary>
/// <param name="Target">Percent; null when none is recommended.</param>
/// <param name="ErrorBudgetWindowMinutes">Minutes of outage that 28 days allow; null without a target.</param>
/// <param name="EstimatedBreachProbability">The chance that 28 days miss it, as the predictive model sees it; null when it cannot tell.</param>
public sealed record ShadowTargetDocument(double? Target, double? ErrorBudgetWindowMinutes, double? EstimatedBreachProbability);
