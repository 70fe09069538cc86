using System.Globalization;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Recommendations;

/// <summary>
/// Latency tiers from the merged histogram of the history: the observed percentile with its noise margin, snapped up to a
/// bucket boundary. Percentiles are measured end to end and never composed, since they do not add up.
/// </summary>
public static class HistoricalLatency
{
    /// <summary>The three tiers, least risk first; empty when no durations were measured.</summary>
    /// <param name="history">The measured hours.</param>
    /// <param name="usualP99">The p99 usual for services of its kind in seconds, where the history is too young to promise less; else null.</param>
    /// <returns>Targets that never grow from one tier to the next, where none counts as beyond every boundary.</returns>
    public static IReadOnlyList<LatencyTier> Tiers(SliHistory history, double? usualP99 = null)
    {
        if (history.Latency is not { Total: > 0 } merged) return [];
        double margin = NoiseMargin.For(ThrottledShare(history));
        LatencyHistogram?[] hours = [.. history.Hours.Select(h => h?.Latency)];
        // What is usual of p99 says nothing of lower percentiles.
        return [.. TierPolicy.All.Select(policy =>
            Build(policy, merged, new LatencyLimits(merged, policy.Tier == Tier.Aggressive ? null : usualP99), policy.HasNoiseMargin ? margin : 0, hours))];
    }

    /// <summary>Throttled seconds ÷ seconds of the hours in which throttling was measured; null when it never was.</summary>
    public static double? ThrottledShare(SliHistory history)
    {
        double seconds = 0;
        int measured = 0;
        foreach (var hour in history.Hours)
        {
            if (hour?.ThrottledSeconds is not { } throttled) continue;
            seconds += throttled;
            measured++;
        }

        return measured == 0 ? null : seconds / (measured * 3600.0);
    }

    /// <summary>
    /// The hours with requests whose bucket layout differs from the latest one. They are not part of any figure, since the
    /// counts of different layouts add up to quantiles that are finite and wrong.
    /// </summary>
    public static int HoursLeftOut(SliHistory history) => history.Latency is not { } merged
        ? 0
        : history.Hours.Count(h => h?.Latency is { Total: > 0 } latency && !latency.HasLayoutOf(merged));

    private static LatencyTier Build(TierPolicy policy, LatencyHistogram merged, LatencyLimits limits, double margin, LatencyHistogram?[] hours)
    {
        double? raw = merged.IsBeyondBounds(policy.LatencyPercentile)
            ? null
            : limits.WithMargin(merged.Quantile(policy.LatencyPercentile), margin);
        if (raw is not { } seconds || limits.TargetFor(seconds) is not { } target)
        {
            return new LatencyTier(policy.Tier, policy.LatencyPercentileName, raw, null, null, null, 0, [BeyondBounds(merged)]);
        }

        SliCounts?[] within = [.. hours.Select(h => h is not null && h.HasLayoutOf(merged) ? h.AtOrBelow(target) : (SliCounts?)null)];
        var windows = RollingDays.Availabilities(within);
        double? breachShare = windows.Count == 0 ? null : (double)windows.Count(share => share < policy.LatencyPercentile) / windows.Count;
        double? probability = BreachForecast.Probability(DailyCounts.Of(within), policy.LatencyPercentile);
        return new LatencyTier(
            policy.Tier,
            policy.LatencyPercentileName,
            seconds,
            target,
            probability,
            breachShare,
            windows.Count,
            [.. Notes(limits.Snap(seconds)!.Value, target, probability, limits)]);
    }

    private static IEnumerable<string> Notes(double snapped, double target, double? probability, LatencyLimits limits)
    {
        if (snapped.Equals(limits.Lowest))
        {
            yield return $"The percentile lies within the lowest bucket, up to {Milliseconds(snapped)} ms: how far below cannot be told; add lower buckets.";
        }

        if (target > snapped) yield return ArchetypeBaseline.Held;

        if (probability is null)
        {
            yield return $"Fewer than {BreachForecast.FewestDays} whole days with requests do not tell how likely a 28-day window is to miss the target.";
        }
    }

    private static string BeyondBounds(LatencyHistogram histogram) =>
        $"The percentile lies beyond the highest bucket boundary ({Milliseconds(histogram.Bounds[^1])} ms) and cannot be measured; add higher buckets.";

    private static string Milliseconds(double seconds) => (seconds * 1000).ToString("0.###", CultureInfo.InvariantCulture);
}
