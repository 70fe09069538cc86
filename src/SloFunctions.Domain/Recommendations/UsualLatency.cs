namespace SloFunctions.Domain.Recommendations;

/// <summary>Latency tiers of a service of which no durations are known: what is usual for its kind, which says something of p99 alone.</summary>
public static class UsualLatency
{
    private const string NotMeasurable = "The histogram's boundaries are not known yet: this is what is usual for services of this kind, and may lie between two of them.";
    private const string Unknown = "Nothing is usual for this percentile; it needs measured durations.";

    /// <summary>The three tiers, least risk first.</summary>
    /// <param name="p99">The p99 usual for services of this kind, seconds.</param>
    public static IReadOnlyList<LatencyTier> Tiers(double p99) =>
    [
        .. TierPolicy.All.Select(policy => policy.Tier == Tier.Balanced
            ? new LatencyTier(policy.Tier, policy.LatencyPercentileName, null, p99, null, null, 0, [NotMeasurable])
            : new LatencyTier(policy.Tier, policy.LatencyPercentileName, null, null, null, null, 0, [Unknown])),
    ];
}
