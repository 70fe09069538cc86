namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>What one service adds to the unavailability of another.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Basis">What its availability rests on: <c>observed</c>, <c>published_sla</c>, <c>slo_target</c> or <c>assumed_perfect</c>.</param>
/// <param name="AvailabilityUsed">Its own availability with perfect dependencies, a percentage.</param>
/// <param name="BirnbaumImportance">What it matters whether it works: the bound with it perfect, less that with it down, in [0, 1].</param>
/// <param name="ShareOfUnavailability">The share of the unavailability that making it perfect would save, in [0, 1].</param>
public sealed record DependencyContributionDocument(
    string ServiceId, string Basis, double AvailabilityUsed, double BirnbaumImportance, double ShareOfUnavailability);
