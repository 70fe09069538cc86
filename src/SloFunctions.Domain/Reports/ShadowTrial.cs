using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Reports;

/// <summary>What would have become of two targets, had both been in force over the same days.</summary>
/// <param name="Gap">Why it is not known; null when it is.</param>
/// <param name="Achieved">The availability of those days, a ratio; null when it is not known.</param>
/// <param name="ManualBreached">Whether it was below the target that people chose.</param>
/// <param name="RecommendedBreached">Whether it was below the recommended one.</param>
public sealed record ShadowTrial(TrialGap? Gap, double? Achieved, bool ManualBreached, bool RecommendedBreached)
{
    /// <summary>The fewest days of a trial: a week, with every day of it.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromDays(7);

    /// <summary>The days of a trial: whole UTC days after the recommendation, of which it knew nothing, at most the last SLO window.</summary>
    /// <param name="generatedAt">When the target was recommended.</param>
    /// <param name="through">The end of the last stored hour.</param>
    /// <returns>The days; null when there are fewer than <see cref="Shortest"/>.</returns>
    public static TimeWindow? WindowOf(DateTimeOffset generatedAt, DateTimeOffset through)
    {
        var end = TimeWindow.DayOf(through);
        var next = TimeWindow.DayOf(generatedAt.AddDays(1).AddTicks(-1));
        var start = next > end - ErrorBudget.SloWindow ? next : end - ErrorBudget.SloWindow;
        return end - start < Shortest ? null : new TimeWindow(start, end);
    }

    /// <summary>Judges both targets.</summary>
    /// <param name="manual">A ratio in (0, 1).</param>
    /// <param name="recommended">A ratio in (0, 1); null when none was recommended.</param>
    /// <param name="window">The days; null when there are too few.</param>
    /// <param name="counts">What was counted in them.</param>
    public static ShadowTrial Of(double manual, double? recommended, TimeWindow? window, ObjectiveCounts counts)
    {
        if (recommended is not { } proposal) return Unknown(TrialGap.NoRecommendedTarget);
        if (window is not { } days) return Unknown(TrialGap.TooRecent);
        if (counts.HoursUsable * 2 < days.Hours) return Unknown(TrialGap.TooLittleTelemetry);
        return counts.Counts.Ratio is { } achieved
            ? new ShadowTrial(null, achieved, achieved < manual, achieved < proposal)
            : Unknown(TrialGap.NoTraffic);
    }

    private static ShadowTrial Unknown(TrialGap gap) => new(gap, null, ManualBreached: false, RecommendedBreached: false);
}
