using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Reliability;

/// <summary>What a service can reach, given what it needs. All availabilities are ratios in [0, 1].</summary>
/// <param name="Achieved">The service's own measured availability; null when nothing was measured.</param>
/// <param name="SelfAvailability">Its availability with perfect dependencies: min(1, achieved ÷ ceiling); null when nothing was measured.</param>
/// <param name="DependencyCeiling">The availability of all its hard dependencies together; 1 without any.</param>
/// <param name="Bound">Self availability × ceiling; the ceiling alone when nothing was measured.</param>
/// <param name="IsMasked">
/// The service did better than its dependencies allow, so that some of them are softer than declared (retries, caches,
/// fallbacks). The bound is then no cap.
/// </param>
/// <param name="HardDependencies">The number of distinct services it transitively needs.</param>
/// <param name="Bottleneck">The dependency that costs the most availability; null without dependencies that fail.</param>
/// <param name="BottleneckAvailability">The bottleneck's own availability with perfect dependencies; null without one.</param>
/// <param name="Unmeasured">Dependencies without measurements; they are taken as perfect, so that the bound may be too high.</param>
public sealed record CompositeBound(
    double? Achieved,
    double? SelfAvailability,
    double DependencyCeiling,
    double Bound,
    bool IsMasked,
    int HardDependencies,
    ServiceId? Bottleneck,
    double? BottleneckAvailability,
    IReadOnlyList<ServiceId> Unmeasured);
