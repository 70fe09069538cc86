using SloFunctions.Domain.Alerts;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>
/// An incident that fires a tier and ends. Windows weigh by requests, so that the requests of a long quiet past can all come in one
/// minute: an alert on three days is tested in hours.
/// </summary>
internal static class TierScenario
{
    // By the minute; so many that shares of them are whole numbers, whose sums are exact: a counter that seems to fall by a rounding
    // error would be taken for one that restarted.
    private const decimal Rate = 10_000_000;

    // The incident is this many times worse than the limit where that is possible.
    private const int Worse = 12;

    // Enough to keep any slower tier quiet.
    private const decimal MostBefore = 1e13m;

    // A limit close to 1 needs an incident that is endless beside its past.
    private const decimal HighestLimit = 0.97m;

    /// <summary>Makes the incident.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="others">Tiers that the same alert stands for; a slower one is kept quiet by requests before the tier's long window.</param>
    /// <param name="objective">The objective.</param>
    /// <returns>The minutes; null when no incident of a reasonable length fires the tier.</returns>
    public static RequestTimeline? Of(BurnRateTier tier, IReadOnlyList<BurnRateTier> others, AlertedObjective objective)
    {
        decimal limit = tier.Limit(objective);
        if (limit > HighestLimit) return null;
        decimal ratio = Math.Min(1, Worse * limit);
        int shortMinutes = (int)tier.ShortWindow.TotalMinutes;

        // In the middle of a minute, so that nothing hangs on rounding. The past is the same for all objectives: those of one service
        // are counted from the same requests.
        decimal crossing = Crossing(tier);
        decimal past = ((Worse - 1) * crossing) - 1;
        decimal crossed = limit * (past + 1) / (ratio - limit);
        // Right after the limit is crossed the long window would end the alert, and not the short one.
        int length = (int)Math.Ceiling(crossed + 2 + (shortMinutes * limit / (ratio - limit))) + (int)tier.For.TotalMinutes;

        var timeline = new RequestTimeline();
        if (others.Any(o => o.LongWindow > tier.LongWindow)) timeline.Add(1, MostBefore).Add((int)tier.LongWindow.TotalMinutes, 0);
        return timeline.Add(1, past * Rate).Add(1, Rate).Add(length, Rate, decimal.Round(ratio * Rate)).Add(shortMinutes + 3, Rate);
    }

    /// <summary>The same with good requests at its end, so that all incidents of a test last as long.</summary>
    public static RequestTimeline Extend(RequestTimeline timeline, int end) => timeline.Add(end - timeline.End, Rate);

    // Minutes, more for longer windows but not in proportion, for promtool takes its time for each: 5.5, 11.5, 21.5 and 36.5.
    private static decimal Crossing(BurnRateTier tier) => Math.Floor(4.15m * (decimal)Math.Sqrt(tier.LongWindow.TotalHours)) + 1.5m;
}
