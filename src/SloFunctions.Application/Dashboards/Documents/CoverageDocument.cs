namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>How far services are covered with SLOs, recommendations and telemetry. Coverages are shares in [0, 1].</summary>
/// <param name="AsOf">When it was computed; null while that has not succeeded once.</param>
/// <param name="Through">The end of the last hour of telemetry in it; null without any.</param>
/// <param name="Totals">All services that are asked for.</param>
/// <param name="ByTeam">By team.</param>
/// <param name="ByCriticality">By criticality.</param>
public sealed record CoverageDocument(
    DateTimeOffset? AsOf,
    DateTimeOffset? Through,
    CoverageFigures Totals,
    TeamBreakdown<CoverageFigures> ByTeam,
    IReadOnlyList<CriticalityFigures<CoverageFigures>> ByCriticality);
