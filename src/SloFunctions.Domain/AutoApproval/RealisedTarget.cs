using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.AutoApproval;

/// <summary>What became of an availability target in the days after it was recommended.</summary>
/// <param name="Achieved">The availability of those days, a ratio.</param>
/// <param name="BurnRate">How fast its error budget was spent: above 1 the target was missed.</param>
/// <param name="IsBreached">Whether the availability was below the target.</param>
public sealed record RealisedTarget(double Achieved, double BurnRate, bool IsBreached)
{
    /// <summary>The fewest days that say anything: a week, with every day of it.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromDays(7);

    /// <summary>The whole UTC days after a recommendation, at most one SLO window; null when too few have passed.</summary>
    /// <param name="generatedAt">When the target was recommended.</param>
    /// <param name="through">The end of the last stored hour.</param>
    public static TimeWindow? WindowOf(DateTimeOffset generatedAt, DateTimeOffset through)
    {
        var start = TimeWindow.DayOf(generatedAt.AddDays(1).AddTicks(-1));
        var last = TimeWindow.DayOf(through);
        var end = last < start + ErrorBudget.SloWindow ? last : start + ErrorBudget.SloWindow;
        return end - start < Shortest ? null : new TimeWindow(start, end);
    }

    /// <summary>Judges a target. Meeting it exactly is keeping it.</summary>
    /// <param name="target">A ratio in (0, 1).</param>
    /// <param name="window">The days.</param>
    /// <param name="counts">What was counted in them.</param>
    /// <returns>Null when less than half of the hours were measured, or nothing was requested.</returns>
    public static RealisedTarget? Of(double target, TimeWindow window, ObjectiveCounts counts)
    {
        if (counts.HoursUsable * 2 < window.Hours || counts.Counts.Ratio is not { } achieved) return null;
        return new RealisedTarget(achieved, ErrorBudgets.BurnRate.Of(counts.Counts, target)!.Value, achieved < target);
    }
}
