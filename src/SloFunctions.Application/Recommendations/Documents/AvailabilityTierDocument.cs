namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>An availability target. Availabilities are percentages.</summary>
/// <param name="Target">The target; null when none can be recommended, for the reasons in the notes.</param>
/// <param name="RawTarget">The level the history supports, before it is snapped to a usual target.</param>
/// <param name="ErrorBudgetMonthlyMinutes">Minutes of outage allowed in a month of 43,800 minutes.</param>
/// <param name="ErrorBudgetWindowMinutes">Minutes of outage allowed in a 28-day SLO window.</param>
/// <param name="EstimatedBreachProbability">The chance that a window misses the target; for historical percentiles the share that did.</param>
/// <param name="HistoricalBreachShare">The share of historical windows that missed the target.</param>
/// <param name="HistoricalWindows">The number of those windows.</param>
/// <param name="ConfidenceInterval">The 95 % confidence interval of the raw target: lower end, upper end.</param>
/// <param name="ExceedsCompositeBound">Whether the target is above what the hard dependencies allow.</param>
/// <param name="Notes">What a reader must know about the target.</param>
public sealed record AvailabilityTierDocument(
    double? Target,
    double RawTarget,
    double? ErrorBudgetMonthlyMinutes,
    double? ErrorBudgetWindowMinutes,
    double? EstimatedBreachProbability,
    double? HistoricalBreachShare,
    int HistoricalWindows,
    IReadOnlyList<double> ConfidenceInterval,
    bool ExceedsCompositeBound,
    IReadOnlyList<string> Notes);
