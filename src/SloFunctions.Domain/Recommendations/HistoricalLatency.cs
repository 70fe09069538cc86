using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Recommendations;

/// <summary>
/// Latency tiers from the merged histogram of the history: the observed percentile with its noise margin, snapped up to a
/// bucket boundary. Percentiles are measured end to end and never composed, since they do not add up.
/// </summary>
public static class HistoricalLatency
{
    /// <summary>The three tiers, least risk first; empty when no durations were measured.</summary>
    public static IReadOnlyList<LatencyTier> Tiers(SliHistory history)
    {
        if (history.Latency is not { Total: > 0 } merged) return [];
        double margin = NoiseMargin.For(ThrottledShare(history));
        LatencyHistogram?[] hours = [.. history.Hours.Select(h => h?.Latency)];
        return [.. TierPolicy.All.Select(policy => Build(policy, merged, margin, hours))];
    }

    /// <summary>Throttled seconds ÷ seconds of the hours in which throttling was measured; null when it never was.</summary>
    public static double? ThrottledShare(SliHistory history)
    {
        double[] seconds = [.. history.Hours.Select(h => h?.ThrottledSeconds).OfType<double>()];
        return seconds.Length == 0 ? null : seconds.Sum() / (seconds.Length * 3600.0);
    }

    private static LatencyTier Build(TierPolicy policy, LatencyHistogram merged, double margin, LatencyHistogram?[] hours)
    {
        if (merged.IsBeyondBounds(policy.LatencyPercentile))
        {
            return new LatencyTier(policy.Tier, policy.LatencyPercentileName, null, null, null, 0, [BeyondBounds(merged)]);
        }

        double raw = merged.Quantile(policy.LatencyPercentile) * (policy.HasNoiseMargin ? 1 + margin : 1);
        double? target = merged.Bounds.Where(b => b > 0 && b >= raw).Select(b => (double?)b).FirstOrDefault();
        if (target is null)
        {
            return new LatencyTier(policy.Tier, policy.LatencyPercentileName, raw, null, null, 0, [BeyondBounds(merged)]);
        }

        var days = DaysWithin(hours, merged, target.Value);
        double breachShare = (double)days.Count(share => share < policy.LatencyPercentile) / Math.Max(1, days.Count);
        return new LatencyTier(policy.Tier, policy.LatencyPercentileName, raw, target, days.Count == 0 ? null : breachShare, days.Count, []);
    }

    private static string BeyondBounds(LatencyHistogram histogram) =>
        $"The percentile lies beyond the highest bucket boundary ({histogram.Bounds[^1] * 1000:F0} ms) and cannot be measured; add higher buckets.";

    private static List<double> DaysWithin(LatencyHistogram?[] hours, LatencyHistogram layout, double bound) =>
        RollingDays.Availabilities([.. hours.Select(h => h is not null && h.HasLayoutOf(layout) ? h.AtOrBelow(bound) : (SliCounts?)null)]);
}
