namespace SloFunctions.Domain.Recommendations;

/// <summary>
/// What each tier stands for. Risks and latency percentiles follow the product's specification: conservative keeps the
/// level met in 99.9 % of windows, balanced in 99 %, aggressive in 95 %.
/// </summary>
/// <param name="Tier">The tier.</param>
/// <param name="Risk">The share of windows, in (0, 1), that may miss an availability target of this tier.</param>
/// <param name="LatencyPercentile">The share of requests, in (0, 1), that a latency target of this tier covers.</param>
/// <param name="LatencyPercentileName">The same as people write it.</param>
/// <param name="HasNoiseMargin">Whether latency targets of this tier allow for noise of shared infrastructure.</param>
public sealed record TierPolicy(Tier Tier, double Risk, double LatencyPercentile, string LatencyPercentileName, bool HasNoiseMargin)
{
    /// <summary>The three tiers, least risk first.</summary>
    public static readonly IReadOnlyList<TierPolicy> All =
    [
        new(Tier.Conservative, 0.001, 0.999, "p99.9", HasNoiseMargin: true),
        new(Tier.Balanced, 0.01, 0.99, "p99", HasNoiseMargin: true),
        new(Tier.Aggressive, 0.05, 0.95, "p95", HasNoiseMargin: false),
    ];
}
