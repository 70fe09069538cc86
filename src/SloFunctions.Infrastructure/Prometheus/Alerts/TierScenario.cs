using SloFunctions.Domain.Alerts;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>
/// An incident that fires a tier and ends. Windows weigh by requests, so that the requests of a long quiet past can all come in one
/// minute: an alert on three days is tested in hours.
/// </summary>
internal static class TierScenario
{
    private const decimal Rate = 1000;

    // The incident is this many times worse than the limit where that is possible, so that it fires after a twelfth of the long window.
    private const int Worse = 12;

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

        // In the middle of a minute, so that nothing hangs on rounding.
        decimal crossing = Math.Floor((decimal)tier.LongWindow.TotalMinutes / Worse) + 0.5m;
        decimal past = Math.Max(1, (ratio * crossing / limit) - crossing - 1);
        // At the limit the long window would end the alert, and not the short one.
        decimal crossed = Math.Max(crossing, limit * (past + 1) / (ratio - limit));
        int length = (int)Math.Ceiling(crossed + 2 + (shortMinutes * limit / (ratio - limit))) + (int)tier.For.TotalMinutes;

        var timeline = new RequestTimeline();
        if (others.Where(o => o.LongWindow > tier.LongWindow).Select(o => o.Limit(objective)).DefaultIfEmpty(1).Min() is var slowest and < 1)
            timeline.Add(1, Round(2 * ratio * length * Rate / slowest)).Add((int)tier.LongWindow.TotalMinutes, 0);
        return timeline.Add(1, Round(past * Rate)).Add(1, Rate).Add(length, Rate, Round(ratio * Rate)).Add(shortMinutes + 3, Rate);
    }

    private static decimal Round(decimal value) => decimal.Round(value, 6);
}
