namespace SloFunctions.Application.Impact.Documents;

/// <summary>What changes would do to one service. Availabilities are percentages.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="CurrentCompositeAvailability">Before; null when the changes add it.</param>
/// <param name="ProjectedCompositeAvailability">After.</param>
/// <param name="Delta">Percentage points, to nine significant digits; null when the changes add the service.</param>
/// <param name="Method"><c>exact</c> or <c>monte_carlo</c>.</param>
/// <param name="Interval">The 95 % interval of the projected composite where it is estimated.</param>
/// <param name="CurrentSloTarget">Its active SLO; null without one.</param>
/// <param name="SloAtRisk">Whether the composite would be below it; null without one.</param>
/// <param name="AlreadyAtRisk">Whether it is at present; null without one.</param>
/// <param name="RiskDetail">The risk for people; null without any.</param>
/// <param name="SinglePointsOfFailureGained">The services that it could no longer do without.</param>
/// <param name="SinglePointsOfFailureLost">The services that it could do without from then on.</param>
public sealed record WhatIfServiceDocument(
    string ServiceId,
    double? CurrentCompositeAvailability,
    double ProjectedCompositeAvailability,
    double? Delta,
    string Method,
    IReadOnlyList<double>? Interval,
    double? CurrentSloTarget,
    bool? SloAtRisk,
    bool? AlreadyAtRisk,
    string? RiskDetail,
    NamedServicesDocument SinglePointsOfFailureGained,
    NamedServicesDocument SinglePointsOfFailureLost);
