using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Reports;

/// <summary>What became of one objective in one SLO window.</summary>
/// <param name="Reason">Why it is not judged; null when it is.</param>
/// <param name="Achieved">The share of good requests, in [0, 1]; null when it is not judged.</param>
/// <param name="BudgetSpent">The share of the error budget that was spent, 0 or more, above 1 when breached; null when it is not judged.</param>
/// <param name="IsBreached">Whether fewer requests were good than promised.</param>
public sealed record ObjectiveJudgement(NotJudgedReason? Reason, double? Achieved, double? BudgetSpent, bool IsBreached)
{
    /// <summary>Judges an objective. Meeting the target exactly is keeping it.</summary>
    /// <param name="target">The share of good requests promised, in (0, 1).</param>
    /// <param name="activatedAt">Since when it is promised.</param>
    /// <param name="window">The SLO window.</param>
    /// <param name="counts">What was counted in it.</param>
    public static ObjectiveJudgement Of(double target, DateTimeOffset activatedAt, TimeWindow window, ObjectiveCounts counts)
    {
        if (Obstacle(activatedAt, window, counts) is { } reason) return new ObjectiveJudgement(reason, null, null, IsBreached: false);
        double achieved = counts.Counts.Ratio!.Value;
        return new ObjectiveJudgement(null, achieved, BurnRate.Of(counts.Counts, target), achieved < target);
    }

    private static NotJudgedReason? Obstacle(DateTimeOffset activatedAt, TimeWindow window, ObjectiveCounts counts)
    {
        if (activatedAt > window.Start) return NotJudgedReason.ActivatedDuringWindow;
        if (!IsEnough(counts.HoursMeasured, window)) return NotJudgedReason.TooLittleTelemetry;
        if (!IsEnough(counts.HoursUsable, window)) return counts.HoursOffBuckets > 0 ? NotJudgedReason.ThresholdOffBuckets : NotJudgedReason.NoHistogram;
        return counts.Counts.Total == 0 ? NotJudgedReason.NoTraffic : null;
    }

    private static bool IsEnough(int hours, TimeWindow window) => hours * 2 >= window.Hours;
}
