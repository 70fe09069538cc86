using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Dashboards;

/// <summary>Counts of internal services of one team and criticality. All but <see cref="Discovered"/> are of registered ones.</summary>
/// <param name="Team">The team; null where none is registered.</param>
/// <param name="Criticality">Their criticality.</param>
/// <param name="Services">Registered services.</param>
/// <param name="Discovered">Services that are known from dependencies only and are not registered.</param>
/// <param name="WithSlo">Those with an SLO in force.</param>
/// <param name="WithAvailabilitySlo">Those with an availability objective.</param>
/// <param name="WithLatencySlo">Those with a latency objective.</param>
/// <param name="WithBothSlos">Those with objectives of both kinds.</param>
/// <param name="Accepted">SLOs that are a recommendation as it was.</param>
/// <param name="Modified">SLOs that are a recommendation somebody changed.</param>
/// <param name="Manual">SLOs that somebody brought.</param>
/// <param name="WithRecommendation">Services with a valid recommendation.</param>
/// <param name="UndecidedRecommendations">Valid recommendations of one SLI that nobody has decided about.</param>
/// <param name="WithTelemetry">Services that were measured within the last 28 days of telemetry.</param>
public sealed record CoverageRow(
    string? Team,
    ServiceCriticality Criticality,
    int Services,
    int Discovered,
    int WithSlo,
    int WithAvailabilitySlo,
    int WithLatencySlo,
    int WithBothSlos,
    int Accepted,
    int Modified,
    int Manual,
    int WithRecommendation,
    int UndecidedRecommendations,
    int WithTelemetry);
