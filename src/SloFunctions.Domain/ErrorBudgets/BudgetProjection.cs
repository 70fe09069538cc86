using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>
/// When an error budget is spent if the service goes on as in its last day. The window rolls: failures leave it 28 days after
/// they came, at hours that are known; new ones come at the mean rate of the last day, and there is as much traffic as there was.
/// </summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Hours">Hours from now until nothing is left, 1 to 672, rounded up; null unless it comes to that.</param>
/// <param name="Earliest">As <paramref name="Hours"/>, with as many failures as are exceeded once in twenty times; null when it lasts even then.</param>
/// <param name="Latest">As <paramref name="Hours"/>, with as few as are fallen short of once in twenty times; null when it lasts then.</param>
public sealed record BudgetProjection(ProjectionOutcome Outcome, int? Hours, int? Earliest, int? Latest)
{
    /// <summary>With which probability the time lies between the earliest and the latest one, if the service goes on so.</summary>
    public const double Confidence = 0.9;

    /// <summary>The hours that tell how fast failures come: a whole day, because traffic has a daily course.</summary>
    public const int RateHours = 24;

    /// <summary>The fewest of them that must be measured.</summary>
    public const int LeastHours = 6;

    // Of the standard normal distribution, at 95 %.
    private const double Z = 1.6448536269514722;

    /// <summary>Projects the hours of an SLO window.</summary>
    /// <param name="hours">The hours of the window that ends now, the oldest first; null where nothing was measured.</param>
    /// <param name="target">The share of good events promised, in (0, 1).</param>
    /// <returns>Null without events.</returns>
    public static BudgetProjection? Of(IReadOnlyList<SliCounts?> hours, double target)
    {
        var total = hours.Aggregate(default(SliCounts), (sum, h) => sum + (h ?? default));
        if (BudgetBalance.Of(total, target) is not { } balance) return null;
        if (balance.IsExhausted) return new(ProjectionOutcome.AlreadyExhausted, null, null, null);
        var recent = hours.TakeLast(RateHours).Where(h => h is not null).Select(h => (double)h!.Value.Bad).ToArray();
        if (recent.Length < LeastHours) return new(ProjectionOutcome.TooFewHours, null, null, null);
        return Project(hours, balance.AllowedBad - balance.Counts.Bad, FailureRate.Of(recent));
    }

    private static BudgetProjection Project(IReadOnlyList<SliCounts?> hours, double remaining, FailureRate rate)
    {
        int? at = null, earliest = null, latest = null;
        for (int ahead = 1; ahead <= hours.Count && latest is null; ahead++)
        {
            // What leaves the window makes room.
            remaining += hours[ahead - 1]?.Bad ?? 0;
            if (at is null && rate.Mean * ahead >= remaining) at = ahead;
            if (earliest is null && rate.Most(ahead, Z) >= remaining) earliest = ahead;
            if (rate.Least(ahead, Z) >= remaining) latest = ahead;
        }

        return new(at is null ? ProjectionOutcome.Lasts : ProjectionOutcome.Exhausts, at, earliest, latest);
    }
}
