namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>A service of another provider.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="AvailabilityUsed">Its availability, a percentage; null when nothing is known of it, so that it counts as perfect.</param>
/// <param name="Basis">
/// What that rests on: <c>observed</c>; else <c>published_sla</c>, the provider's promise less 0.10 percentage points; else
/// <c>slo_target</c> or <c>assumed_perfect</c>.
/// </param>
/// <param name="HasAlternative">Whether the service asked about works without it, because something stands in.</param>
/// <param name="ErrorBudgetConsumption">
/// (1 − availability) ÷ (1 − target) of the error budget, times the Birnbaum importance where something stands in; 1 is all of
/// it. Null when the availability or the target is unknown.
/// </param>
/// <param name="HighDependencyRisk">Whether that is more than 30 %.</param>
public sealed record ExternalDependencyDocument(
    string ServiceId, double? AvailabilityUsed, string Basis, bool HasAlternative, double? ErrorBudgetConsumption, bool HighDependencyRisk);
