namespace SloFunctions.Domain.Reliability;

/// <summary>What a service can reach, given what it needs. All availabilities are ratios in [0, 1].</summary>
/// <param name="Basis">What <paramref name="Achieved"/> rests on.</param>
/// <param name="Achieved">The service's availability, its dependencies' failures included; null when it is assumed perfect.</param>
/// <param name="SelfAvailability">
/// Its availability with perfect dependencies: min(1, achieved ÷ what the dependencies of the window allowed).
/// </param>
/// <param name="DependencyCeiling">The composite of today's dependencies with the service itself perfect; 1 without any.</param>
/// <param name="Bound">
/// The composite availability bound with its method and interval: self availability × ceiling. Of services in a cycle the
/// weakest one's self availability counts.
/// </param>
/// <param name="MaskingFactor">
/// (1 − achieved) ÷ (1 − what the dependencies of the window allowed), in [0, 1), when more was observed than that: the share of their
/// failures that reaches callers, because retries, caches or fallbacks hide the rest. Null when nothing is hidden.
/// </param>
/// <param name="CommittedBound">
/// Self availability × what the direct dependencies promise: their active SLO targets, else what they achieve, else their
/// bound, as if they failed independently. The bound itself where none of them has an SLO.
/// </param>
/// <param name="Dependencies">The number of distinct services it transitively needs or has as alternatives.</param>
/// <param name="LongestChain">Hops of the longest chain below it, cycles counted as one service.</param>
public sealed record ServiceAvailability(
    AvailabilityBasis Basis,
    double? Achieved,
    double SelfAvailability,
    Composite DependencyCeiling,
    Composite Bound,
    double? MaskingFactor,
    double CommittedBound,
    int Dependencies,
    int LongestChain)
{
    /// <summary>Longer chains make the composite less trustworthy: errors of every link add up.</summary>
    public const int TrustedChain = 10;

    /// <summary>
    /// The service does better than its dependencies allow, so that some of them are softer than declared. The bound is then no cap.
    /// </summary>
    public bool IsMasked => MaskingFactor is not null;

    /// <summary>Whether the longest chain has more than <see cref="TrustedChain"/> hops.</summary>
    public bool HasLongChain => LongestChain > TrustedChain;
}
