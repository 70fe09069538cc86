namespace SloFunctions.Application.Reports.Documents;

/// <summary>An objective that was breached in one month.</summary>
/// <param name="Month">The month.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="Team">Who runs it.</param>
/// <param name="Criticality">How much depends on it.</param>
/// <param name="SliType"><c>availability</c> or <c>latency</c>.</param>
/// <param name="Target">The share of good requests promised, percent.</param>
/// <param name="ThresholdMs">The time that good requests take at most, milliseconds; null for availability.</param>
/// <param name="Achieved">The share of good requests, percent.</param>
/// <param name="ErrorBudgetSpent">The bad requests as a multiple of those allowed: above 1.</param>
/// <param name="Source">Where the target comes from.</param>
/// <param name="Tier">The tier it was recommended as; null without one.</param>
/// <param name="PromisedBreachProbability">What was promised; null when nothing was.</param>
public sealed record BreachedObjectiveDocument(
    string Month,
    string ServiceId,
    string? Team,
    string Criticality,
    string SliType,
    double Target,
    double? ThresholdMs,
    double Achieved,
    double ErrorBudgetSpent,
    string Source,
    string? Tier,
    double? PromisedBreachProbability);
