using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Statistics;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Recommendations;

/// <summary>
/// Availability tiers by the percentiles of the rolling one-day windows: what the service kept, read literally. The
/// baseline that better methods are compared with; it says nothing of incidents that the history happens not to hold.
/// </summary>
public static class HistoricalAvailability
{
    /// <summary>The three tiers, least risk first; empty when the history has no one-day window with traffic.</summary>
    /// <param name="history">The measured hours.</param>
    /// <param name="limits">What bounds the targets.</param>
    /// <param name="random">Seeded from what is being computed.</param>
    public static IReadOnlyList<AvailabilityTier> Tiers(SliHistory history, TargetLimits limits, SeededRandom random)
    {
        var hours = history.HourlyCounts();
        var days = RollingDays.Availabilities(hours);
        if (days.Count == 0) return [];
        days.Sort();

        double[] risks = [.. TierPolicy.All.Select(p => p.Risk)];
        var intervals = BlockBootstrap.Intervals(hours, risks, random);
        var levels = TierPolicy.All.Zip(intervals, (policy, interval) =>
            new SupportedLevel(policy.Tier, LowerQuantile.Of(days, policy.Risk), Widen(interval, history.Counts)));
        return new TierAssembly(limits, days, target => (double)days.Count(d => d < target) / days.Count).Assemble([.. levels]);
    }

    // Without any failure every resample is perfect and the bootstrap claims certainty; the requests themselves do not.
    private static (double Lower, double Upper) Widen((double Lower, double Upper) interval, SliCounts counts)
    {
        if (counts.Bad > 0) return interval;
        double mostBad = BinomialInterval.Jeffreys(0, counts.Total, 0.95).Upper;
        return (Math.Min(interval.Lower, 1 - mostBad), interval.Upper);
    }
}
