namespace SloFunctions.Domain.Recommendations;

/// <summary>A recommended latency target.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Percentile">The share of requests covered, as people write it: <c>p99</c>.</param>
/// <param name="RawSeconds">The observed percentile with its margin, before it is snapped to a bucket boundary.</param>
/// <param name="TargetSeconds">A bucket boundary, so that the SLI can be measured exactly; null when the percentile lies beyond the highest one.</param>
/// <param name="BreachProbability">
/// The chance that fewer requests than the percentile promises are within the target over the coming 28 days, in (0, 1); null without
/// a target or with less than a week of days.
/// </param>
/// <param name="BreachShare">The share of historical one-day windows in which fewer requests were within the target; null without a target.</param>
/// <param name="Windows">The number of historical windows looked at.</param>
/// <param name="Notes">What a reader must know about this target, as sentences.</param>
public sealed record LatencyTier(
    Tier Tier,
    string Percentile,
    double? RawSeconds,
    double? TargetSeconds,
    double? BreachProbability,
    double? BreachShare,
    int Windows,
    IReadOnlyList<string> Notes);
