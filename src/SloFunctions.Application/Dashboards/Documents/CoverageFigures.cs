namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>How many registered internal services have what they should have.</summary>
/// <param name="Services">Registered internal services.</param>
/// <param name="Discovered">Services that are known from dependencies only; no other count includes them.</param>
/// <param name="WithSlo">Services with an SLO in force.</param>
/// <param name="SloCoverage">The share of them; null without services.</param>
/// <param name="WithAvailabilitySlo">Services with an availability objective.</param>
/// <param name="WithLatencySlo">Services with a latency objective.</param>
/// <param name="WithBothSlos">Services with both.</param>
/// <param name="BySource">The SLOs by where they come from.</param>
/// <param name="WithRecommendation">Services with a valid recommendation.</param>
/// <param name="RecommendationCoverage">The share of them; null without services.</param>
/// <param name="UndecidedRecommendations">Valid recommendations of one SLI that nobody has decided about.</param>
/// <param name="WithTelemetry">Services that were measured within the last 28 days of telemetry.</param>
/// <param name="TelemetryCoverage">The share of them; null without services.</param>
public sealed record CoverageFigures(
    int Services,
    int Discovered,
    int WithSlo,
    double? SloCoverage,
    int WithAvailabilitySlo,
    int WithLatencySlo,
    int WithBothSlos,
    SourceCounts BySource,
    int WithRecommendation,
    double? RecommendationCoverage,
    int UndecidedRecommendations,
    int WithTelemetry,
    double? TelemetryCoverage);
