using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Reliability;
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
    /// <param name="service">What the service can reach, given what it needs.</param>
    /// <param name="random">Seeded from what is being computed.</param>
    public static IReadOnlyList<AvailabilityTier> Tiers(SliHistory history, ServiceAvailability service, SeededRandom random)
    {
        SliCounts?[] hours = [.. history.Hours.Select(h => h?.Counts)];
        var days = RollingDays.Availabilities(hours);
        if (days.Count == 0) return [];
        days.Sort();

        double[] risks = [.. TierPolicy.All.Select(p => p.Risk)];
        double[] levels = [.. risks.Select(risk => LowerQuantile.Of(days, risk))];
        double cap = service.IsMasked ? 1 : service.Bound.Availability;
        var intervals = BlockBootstrap.Intervals(hours, risks, random);
        return [.. TierPolicy.All.Zip(intervals, (policy, interval) =>
        {
            double level = levels[(int)policy.Tier];
            interval = Widen(interval, history.Counts);
            bool isCapped = policy.Tier != Tier.Aggressive && cap < level;
            return isCapped
                ? Build(policy.Tier, cap, isCapped, days, (Math.Min(interval.Lower, cap), Math.Min(interval.Upper, cap)), service, history)
                : Build(policy.Tier, level, isCapped, days, interval, service, history);
        })];
    }

    private static AvailabilityTier Build(
        Tier tier, double level, bool isCapped, List<double> days, (double Lower, double Upper) interval, ServiceAvailability service, SliHistory history)
    {
        var notes = new List<string>();
        if (isCapped) notes.Add("Capped by the composite bound of the hard dependencies.");
        double? target = TargetLadder.Floor(level);
        if (target is null) notes.Add("The history does not support any target of 90 % or more.");
        if (target is { } wanted) target = SupportedByTraffic(wanted, history, notes);
        TargetConcern[] concerns = target is { } kept ? [.. Achievability.ConcernsAbout(kept, service)] : [];
        notes.AddRange(concerns.Select(Note));
        bool exceeds = concerns.Any(c => c is TargetConcern.Unachievable or TargetConcern.NeedsOwnImprovement);
        double? breachShare = target is { } t ? (double)days.Count(d => d < t) / days.Count : null;
        return new AvailabilityTier(tier, level, target, breachShare, days.Count, interval, exceeds, notes);
    }

    private static string Note(TargetConcern concern) => concern switch
    {
        TargetConcern.Unachievable =>
            "Above the composite bound, and above what the hard dependencies allow a perfect service: no improvement of the service itself suffices.",
        TargetConcern.ReliesOnMasking =>
            "Above what the hard dependencies allow: kept only while retries, caches or fallbacks hide their failures.",
        TargetConcern.NeedsOwnImprovement =>
            "Above the composite bound, though the hard dependencies allow it: the service itself has to improve.",
        _ => "Your dependencies deliver more than they promise: their targets alone do not allow this one.",
    };

    private static double? SupportedByTraffic(double target, SliHistory history, List<string> notes)
    {
        int measured = history.Hours.Count(h => h is not null);
        double expected = history.Counts.Total * (ErrorBudget.SloWindow.TotalHours / measured);
        double? supported = TargetLadder.SupportedBy(target, expected);
        if (supported == target) return target;
        notes.Add(
            $"Low confidence: about {expected:F0} requests in 28 days leave less than one bad request in the error budget of a higher target.");
        return supported;
    }

    // Without any failure every resample is perfect and the bootstrap claims certainty; the requests themselves do not.
    private static (double Lower, double Upper) Widen((double Lower, double Upper) interval, SliCounts counts)
    {
        if (counts.Bad > 0) return interval;
        double mostBad = BinomialInterval.Jeffreys(0, counts.Total, 0.95).Upper;
        return (Math.Min(interval.Lower, 1 - mostBad), interval.Upper);
    }
}
