using System.Globalization;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Recommendations;

/// <summary>
/// Latency tiers from the merged histogram of the history: the observed percentile with its noise margin, snapped up to a
/// bucket boundary. Percentiles are measured end to end and never composed, since they do not add up.
/// </summary>
public static class HistoricalLatency
{
    // A percentile with its margin may pass a boundary by rounding alone: 0.2 × 1.05 is more than 0.21.
    private const double RoundingTolerance = 1e-9;

    /// <summary>The three tiers, least risk first; empty when no durations were measured.</summary>
    /// <returns>Targets that never grow from one tier to the next, where none counts as beyond every boundary.</returns>
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

    /// <summary>
    /// The hours with requests whose bucket layout differs from the latest one. They are not part of any figure, since the
    /// counts of different layouts add up to quantiles that are finite and wrong.
    /// </summary>
    public static int HoursLeftOut(SliHistory history) => history.Latency is not { } merged
        ? 0
        : history.Hours.Count(h => h?.Latency is { Total: > 0 } latency && !latency.HasLayoutOf(merged));

    private static LatencyTier Build(TierPolicy policy, LatencyHistogram merged, double margin, LatencyHistogram?[] hours)
    {
        double? raw = merged.IsBeyondBounds(policy.LatencyPercentile)
            ? null
            : merged.Quantile(policy.LatencyPercentile) * (policy.HasNoiseMargin ? 1 + margin : 1);
        if (raw is not { } seconds || Snap(seconds, merged) is not { } target)
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
            Math.Min(seconds, target),
            target,
            probability,
            breachShare,
            windows.Count,
            [.. Notes(target, probability, merged)]);
    }

    private static double? Snap(double seconds, LatencyHistogram histogram) => histogram.Bounds
        .Where(bound => bound > 0 && bound >= seconds * (1 - RoundingTolerance))
        .Select(bound => (double?)bound)
        .FirstOrDefault();

    private static IEnumerable<string> Notes(double target, double? probability, LatencyHistogram merged)
    {
        if (target.Equals(merged.Bounds.First(bound => bound > 0)))
        {
            yield return $"The percentile lies within the lowest bucket, up to {Milliseconds(target)} ms: how far below cannot be told; add lower buckets.";
        }

        if (probability is null)
        {
            yield return $"Fewer than {BreachForecast.FewestDays} whole days with requests do not tell how likely a 28-day window is to miss the target.";
        }
    }

    private static string BeyondBounds(LatencyHistogram histogram) =>
        $"The percentile lies beyond the highest bucket boundary ({Milliseconds(histogram.Bounds[^1])} ms) and cannot be measured; add higher buckets.";

    private static string Milliseconds(double seconds) => (seconds * 1000).ToString("0.###", CultureInfo.InvariantCulture);
}
