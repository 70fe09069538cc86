using SloFunctions.Application.Recommendations.Documents;

namespace SloFunctions.Application.Impact.Documents;

/// <summary>The cheapest way to a target. Availabilities are percentages.</summary>
/// <param name="AnalysisId">The id of this analysis.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="DesiredTarget">The availability it should have.</param>
/// <param name="Window">The time that the availabilities rest on.</param>
/// <param name="Feasible">Whether it can be reached.</param>
/// <param name="AlreadyMet">Whether it is reached at present.</param>
/// <param name="CurrentCompositeAvailability">The availability at present.</param>
/// <param name="ResultingCompositeAvailability">After the improvements; the most that can be approached where the target cannot be reached.</param>
/// <param name="Method"><c>exact</c> or <c>monte_carlo</c>.</param>
/// <param name="Improvements">What to improve, largest cost first; empty when the target is met already, or cannot be.</param>
/// <param name="TotalCost">The sum of their costs.</param>
/// <param name="CostAtLeast">No plan costs less, whatever is found for alternatives.</param>
/// <param name="Optimality">Whether a cheaper plan can exist.</param>
/// <param name="LadderStepNines">The steps in which alternatives were improved; null when none could be.</param>
/// <param name="Warnings">What stands between the service and the target at present.</param>
public sealed record FeasibilityDocument(
    Guid AnalysisId,
    string ServiceId,
    double DesiredTarget,
    WindowDocument Window,
    bool Feasible,
    bool AlreadyMet,
    double CurrentCompositeAvailability,
    double ResultingCompositeAvailability,
    string Method,
    IReadOnlyList<ImprovementDocument> Improvements,
    double TotalCost,
    double CostAtLeast,
    string Optimality,
    double? LadderStepNines,
    IReadOnlyList<WarningDocument> Warnings);
