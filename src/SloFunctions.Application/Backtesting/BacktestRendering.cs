using SloFunctions.Domain.Backtesting;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Statistics;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Backtesting;

/// <summary>Results of backtests as documents.</summary>
internal static class BacktestRendering
{
    private const double Coverage = 0.95;
    private const double PinballScale = 1e4;

    public static BacktestDocument Of(BacktestPlan plan, IReadOnlyDictionary<string, FleetDocument> fleets) =>
        new(BacktestPlan.HorizonDays, plan.LookbackDays, plan.StepDays, fleets);

    public static FleetDocument Of(BacktestFleet fleet, BacktestResult result) => new(
        result.Services,
        result.Days,
        fleet.Window?.Start,
        result.Origins,
        result.Windows,
        new LeftOutDocument(result.WithoutForecast, result.Unmeasured),
        result.Methods.ToDictionary(m => Term<ForecastMethod>.Name(m.Method), Of, StringComparer.Ordinal));

    private static MethodDocument Of(MethodScore score) => new(
        new TiersDocument(Of(score, Tier.Conservative), Of(score, Tier.Balanced), Of(score, Tier.Aggressive)),
        score.Brier,
        score.Probabilities,
        [.. score.Reliability.Where(b => b.Observed.Trials > 0).Select(Of)],
        score.Coverage is { } c ? new CoverageDocument(Coverage, c.Trials, c.Events, c.Rate, Ends(c.Wilson)) : null);

    private static TierScoreDocument Of(MethodScore score, Tier tier)
    {
        var item = score.Tiers.Single(t => t.Policy.Tier == tier);
        return new TierScoreDocument(
            item.Policy.Risk,
            Of(item.Raw),
            item.Pinball * PinballScale,
            Of(item.Snapped),
            item.Promised,
            item.WithoutTarget,
            item.MedianBudget is { } budget ? Math.Round(budget, 12) : null,
            item.Utilisation is { } u ? new QuartilesDocument(u.Lower, u.Median, u.Upper) : null);
    }

    private static BreachDocument Of(ObservedShare share) => new(share.Trials, share.Events, share.Rate, Ends(share.Wilson));

    private static ReliabilityDocument Of(ReliabilityBin bin) => new(
        bin.From, bin.To, bin.Observed.Trials, bin.Forecast!.Value, bin.Observed.Events, bin.Observed.Rate!.Value, Ends(bin.Observed.Wilson)!);

    private static double[]? Ends(BinomialInterval? interval) => interval is null ? null : [interval.Lower, interval.Upper];
}
