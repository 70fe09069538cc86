using SloFunctions.Application.Impact.Documents;

namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>What stands between the service and a target that somebody wishes for. Availabilities are percentages.</summary>
/// <param name="Target">The target.</param>
/// <param name="Achievable">
/// Whether the dependencies allow it, though the service itself may have to improve; null when there are no figures to judge by.
/// </param>
/// <param name="CompositeAvailabilityBound">What dependencies and service allow as they are.</param>
/// <param name="DependencyCeiling">What the dependencies allow a perfect service.</param>
/// <param name="CriticalDependencies">Other services without which it does not work.</param>
/// <param name="TenXRule">What each of them must reach so that all cost a small part of the error budget: one nine more.</param>
/// <param name="EqualSharePerDependency">
/// The unavailability that each of them may have if all have the same, in percentage points; null without any, or where the
/// service itself fails too often already.
/// </param>
/// <param name="Warnings">What is wrong with the target; empty when nothing is.</param>
public sealed record DesiredTargetDocument(
    double Target,
    bool? Achievable,
    double? CompositeAvailabilityBound,
    double? DependencyCeiling,
    int? CriticalDependencies,
    double TenXRule,
    double? EqualSharePerDependency,
    IReadOnlyList<WarningDocument> Warnings);
