using SloFunctions.Domain.Backtesting;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Tests.Backtesting;

/// <summary>
/// What the predictive model promises, held against what comes, on fleets that fail as it assumes and on such that do not. The
/// bars: raw levels of 1 % are missed in at most 3 % of windows, those of 5 % in 2 to 10 %; no target is missed more often than
/// its tier promises, beyond chance; no baseline has the better Brier score.
/// </summary>
public sealed class PredictionGateTests(PredictionGateTests.Runs runs) : IClassFixture<PredictionGateTests.Runs>
{
    public static TheoryData<FailureFamily> Families => [.. Enum.GetValues<FailureFamily>()];

    [Theory]
    [MemberData(nameof(Families))]
    public void Levels_are_missed_about_as_often_as_promised(FailureFamily family)
    {
        var tiers = runs.Of(family).Of(ForecastMethod.Predictive).Tiers;

        tiers[(int)Tier.Balanced].Raw.Rate!.Value.ShouldBeLessThanOrEqualTo(0.03, Figures(family));
        tiers[(int)Tier.Aggressive].Raw.Rate!.Value.ShouldBeInRange(0.02, 0.1, Figures(family));
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Targets_are_not_missed_more_often_than_promised(FailureFamily family)
    {
        foreach (var tier in runs.Of(family).Of(ForecastMethod.Predictive).Tiers)
        {
            tier.Snapped.Trials.ShouldBeGreaterThan(0);
            tier.Snapped.Wilson!.Lower.ShouldBeLessThanOrEqualTo(tier.Policy.Risk, Figures(family));
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void No_baseline_gives_better_probabilities(FailureFamily family)
    {
        var result = runs.Of(family);
        double own = result.Of(ForecastMethod.Predictive).Brier!.Value;

        foreach (var baseline in result.Methods.Where(m => m.Method != ForecastMethod.Predictive))
            own.ShouldBeLessThan(baseline.Brier!.Value, Figures(family));
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void The_interval_covers_what_comes(FailureFamily family) =>
        runs.Of(family).Of(ForecastMethod.Predictive).Coverage!.Value.Rate!.Value.ShouldBeInRange(0.9, 0.995, Figures(family));

    [Theory]
    [InlineData(ForecastMethod.HourlyPercentile, FailureFamily.CompoundPoisson)]
    [InlineData(ForecastMethod.HourlyPercentile, FailureFamily.Clustered)]
    [InlineData(ForecastMethod.HistoricalPercentile, FailureFamily.CompoundPoisson)]
    [InlineData(ForecastMethod.HistoricalPercentile, FailureFamily.Clustered)]
    [InlineData(ForecastMethod.BlockBootstrap, FailureFamily.CompoundPoisson)]
    [InlineData(ForecastMethod.ObservedMean, FailureFamily.Clustered)]
    public void The_baselines_fail_the_same_bar(ForecastMethod method, FailureFamily family) =>
        runs.Of(family).Of(method).Tiers[(int)Tier.Balanced].Raw.Wilson!.Lower.ShouldBeGreaterThan(0.03, Figures(family));

    private string Figures(FailureFamily family) => string.Join(Environment.NewLine, runs.Of(family).Methods.Select(m =>
        FormattableString.Invariant($"{family} {m.Method}: Brier {m.Brier:0.0000}, covered {m.Coverage?.Rate:0.000}; ")
        + string.Join("; ", m.Tiers.Select(t => FormattableString.Invariant(
            $"{t.Policy.Tier} raw {t.Raw.Rate:0.0000}, target {t.Snapped.Events} of {t.Snapped.Trials}, promised {t.Promised:0.0000}")))));

    /// <summary>One run a family for all tests.</summary>
    public sealed class Runs
    {
        private readonly Dictionary<FailureFamily, BacktestResult> results = [];

        public BacktestResult Of(FailureFamily family)
        {
            if (results.TryGetValue(family, out var known)) return known;
            // Providers are few and their status pages go back far.
            var fleet = family == FailureFamily.StatusPage ? MadeUp.Simulated(family, 60, 365, 11) : MadeUp.Simulated(family, 400, 100, 11);
            return results[family] = Backtest.Run(fleet, MadeUp.Plan);
        }
    }
}
