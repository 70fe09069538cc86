namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>What the hard dependencies of a service allow. Availabilities are percentages.</summary>
/// <param name="Achieved">What the service kept, its dependencies' failures included.</param>
/// <param name="SelfAvailability">What it would keep with perfect dependencies.</param>
/// <param name="DependencyCeiling">What it would keep if only its dependencies failed.</param>
/// <param name="CompositeAvailabilityBound">Self availability × dependency ceiling.</param>
/// <param name="Method">Always <c>exact</c>.</param>
/// <param name="DependenciesMasked">Whether the service does better than its dependencies allow: some are softer than declared.</param>
/// <param name="HardDependencies">Distinct services it transitively needs.</param>
/// <param name="BottleneckService">The dependency that costs the most availability.</param>
/// <param name="BottleneckContribution">The same with figures, for people.</param>
/// <param name="UnmeasuredDependencies">Dependencies without measurements, taken as perfect.</param>
public sealed record DependencyImpactDocument(
    double? Achieved,
    double? SelfAvailability,
    double DependencyCeiling,
    double CompositeAvailabilityBound,
    string Method,
    bool DependenciesMasked,
    int HardDependencies,
    string? BottleneckService,
    string? BottleneckContribution,
    IReadOnlyList<string> UnmeasuredDependencies);
