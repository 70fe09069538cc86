namespace SloFunctions.Application.Impact.Documents;

/// <summary>What a change does to one service. Availabilities are percentages.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Relationship"><c>upstream</c>, or <c>upstream (transitive)</c> when it needs the changed service only through others.</param>
/// <param name="CurrentCompositeAvailability">Before the change; null where the model does not tell.</param>
/// <param name="ProjectedCompositeAvailability">After the change.</param>
/// <param name="Delta">Percentage points, to nine significant digits; never rounded to 0.</param>
/// <param name="CurrentSloTarget">Its active SLO; null without one.</param>
/// <param name="SloAtRisk">Whether the composite is below its SLO after the change; null without one.</param>
/// <param name="AlreadyAtRisk">Whether it was before; null without one.</param>
/// <param name="RiskDetail">The risk for people; null without any.</param>
/// <param name="Method"><c>exact</c> or <c>monte_carlo</c>.</param>
/// <param name="Interval">The 95 % interval of the projected composite where it is estimated.</param>
/// <param name="Basis">What is known of the service's own availability.</param>
/// <param name="CycleNote">The circular dependencies on the way; null without any.</param>
public sealed record ImpactedServiceDocument(
    string ServiceId,
    string Relationship,
    double? CurrentCompositeAvailability,
    double? ProjectedCompositeAvailability,
    double? Delta,
    double? CurrentSloTarget,
    bool? SloAtRisk,
    bool? AlreadyAtRisk,
    string? RiskDetail,
    string? Method,
    IReadOnlyList<double>? Interval,
    string Basis,
    string? CycleNote);
