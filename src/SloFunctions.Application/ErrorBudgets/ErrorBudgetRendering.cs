using SloFunctions.Application.ErrorBudgets.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>Publishes the error budgets of a service.</summary>
internal static class ErrorBudgetRendering
{
    private const string Live = "live";
    private const string Stored = "stored";

    /// <summary>Renders them.</summary>
    /// <param name="read">The objectives of one service, one at least, with their counts.</param>
    /// <param name="projections">A projection for each.</param>
    /// <param name="isMaintenancePending">Whether the counts still hold requests which fell into planned maintenance.</param>
    /// <param name="live">What the metric store says; null when it does not.</param>
    /// <param name="thresholds">The thresholds of the policy.</param>
    /// <param name="now">The time.</param>
    public static ErrorBudgetDocument Render(
        CountedObjectives read,
        IReadOnlyList<BudgetProjection?> projections,
        bool isMaintenancePending,
        LiveCounts? live,
        PolicyThresholds thresholds,
        DateTimeOffset now)
    {
        bool isStale = Freshness.IsStale(read.Through, now);
        var verdict = ServiceVerdict.Of(read.Objectives, thresholds, isStale, isEmergency: false, o => BurnsFast(o, live));
        var slo = read.Objectives[0].Objective;
        return new ErrorBudgetDocument(
            slo.Service.Value,
            slo.Team,
            slo.SloId,
            slo.SloVersion,
            slo.ActivatedAt,
            (int)ErrorBudget.SloWindow.TotalDays,
            read.Through,
            isStale,
            isMaintenancePending,
            verdict.State is { } state ? Term<BudgetState>.Name(state) : null,
            verdict.State is { } known ? ErrorBudgetPolicy.Bands.Single(b => b.State == known).Action : null,
            Term<GateDecision>.Name(verdict.Decision),
            verdict.Decision != GateDecision.Deny,
            verdict.Reasons,
            PolicyThresholdsDocument.Of(thresholds),
            [.. read.Objectives.Zip(projections, (o, projection) => Objective(o, projection, live, thresholds, read.Through))]);
    }

    private static ObjectiveBudgetDocument Objective(
        CountedObjective counted, BudgetProjection? projection, LiveCounts? live, PolicyThresholds thresholds, DateTimeOffset? through)
    {
        var (objective, window) = (counted.Objective, counted.Counts.SloWindow);
        var reading = BudgetReading.Of(objective.Target, window);
        var balance = reading.Balance;
        return new ObjectiveBudgetDocument(
            Term<SliType>.Name(objective.SliType),
            Percent.Of(objective.Target),
            objective.ThresholdMs,
            balance is null ? null : Term<BudgetState>.Name(ErrorBudgetPolicy.StateOf(balance, thresholds)),
            reading.Gap is { } gap ? Term<BudgetGap>.Name(gap) : null,
            balance?.RemainingShare,
            balance?.ConsumedShare,
            balance is null ? null : Significant.Of(balance.AllowedBad),
            balance is null ? null : Significant.Of(balance.AllowedBad - balance.Counts.Bad),
            window.Counts.Bad,
            window.Counts.Total,
            balance is null || objective.SliType != SliType.Availability ? null : Significant.Of(balance.RemainingShare * ErrorBudget.SloWindowMinutes(objective.Target)),
            Significant.Of(window.HoursUsable / ErrorBudget.SloWindow.TotalHours),
            [.. Rates(counted, live).Select(r => r with { Until = r.Source == Live ? r.Until : through }).Select(Rate)],
            balance is null || projection is null ? null : Projection(projection, through!.Value));
    }

    private static BurnRateDocument Rate(BurnRateFigure rate) =>
        new(rate.Window, rate.Rate is { } value ? Significant.Of(value) : null, rate.PageFactor, rate.Source, rate.Until);

    private static bool BurnsFast(CountedObjective counted, LiveCounts? live)
    {
        var (hour, sixHours) = Recent(counted, live);
        return FastBurn.Is(hour, sixHours, counted.Counts.SloWindow.Counts, counted.Objective.Target);
    }

    private static (SliCounts Hour, SliCounts SixHours) Recent(CountedObjective counted, LiveCounts? live) =>
        IsLive(counted, live) ? (live!.Hour, live.SixHours) : (counted.Counts.Hour.Counts, counted.Counts.SixHours.Counts);

    // Only availability is asked for live; how many requests kept a threshold, the hours tell.
    private static bool IsLive(CountedObjective counted, LiveCounts? live) => live is not null && counted.Objective.SliType == SliType.Availability;

    private static BurnRateFigure[] Rates(CountedObjective counted, LiveCounts? live)
    {
        var counts = counted.Counts;
        bool isLive = IsLive(counted, live);
        var (hour, sixHours) = Recent(counted, live);
        return
        [
            Figure("1h", hour, FastBurn.HourFactor, isLive),
            Figure("6h", sixHours, FastBurn.SixHoursFactor, isLive),
            Figure("1d", counts.Day.Counts, null, false),
            Figure("3d", counts.ThreeDays.Counts, null, false),
        ];

        BurnRateFigure Figure(string window, SliCounts requests, double? factor, bool fromLive) => new(
            window, BurnRate.Of(requests, counted.Objective.Target), factor is { } f ? Significant.Of(f) : null, fromLive ? Live : Stored, fromLive ? live!.Until : null);
    }

    private static ProjectedExhaustionDocument Projection(BudgetProjection projection, DateTimeOffset through) => new(
        Term<ProjectionOutcome>.Name(projection.Outcome),
        projection.Hours is { } hours ? through.AddHours(hours) : null,
        projection.Earliest is { } earliest ? through.AddHours(earliest) : null,
        projection.Latest is { } latest ? through.AddHours(latest) : null,
        BudgetProjection.Confidence);
}
