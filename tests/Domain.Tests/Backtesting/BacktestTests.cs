using System.Text.Json;
using SloFunctions.Domain.Backtesting;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Backtesting;

public sealed class BacktestTests
{
    [Fact]
    public void Every_method_is_scored_on_the_same_windows()
    {
        var result = Backtest.Run(MadeUp.Simulated(FailureFamily.Clustered, 20, 72, 1), MadeUp.Plan);

        result.Methods.Select(m => m.Method).ShouldBe(Enum.GetValues<ForecastMethod>());
        result.Windows.ShouldBe(40);
        result.Methods.SelectMany(m => m.Tiers).ShouldAllBe(t => t.Raw.Trials == 40);
        result.Methods.Select(m => m.Probabilities).Distinct().Count().ShouldBe(1);
        result.Methods.ShouldAllBe(m => m.Reliability.Sum(b => b.Observed.Trials) == m.Probabilities);
    }

    [Fact]
    public void What_comes_later_changes_no_forecast()
    {
        var calm = MadeUp.Simulated(FailureFamily.CompoundPoisson, 10, 58, 3);
        ServiceHistory[] broken = [.. calm.Select(s => s with { Hours = [.. s.Hours.Select((h, i) => i < 30 * 24 ? h : new SliCounts(0, 100))] })];

        var one = Backtest.Run(calm, MadeUp.Plan);
        var other = Backtest.Run(broken, MadeUp.Plan);

        foreach (var (before, after) in one.Methods.Zip(other.Methods))
        {
            after.Tiers.Select(t => (t.Promised, t.MedianBudget, t.WithoutTarget)).ShouldBe(before.Tiers.Select(t => (t.Promised, t.MedianBudget, t.WithoutTarget)));
            after.Reliability.Select(b => (b.Forecast, b.Observed.Trials)).ShouldBe(before.Reliability.Select(b => (b.Forecast, b.Observed.Trials)));
            after.Tiers.ShouldAllBe(t => t.Raw.Rate == 1);
        }
    }

    [Fact]
    public void The_same_fleet_gives_the_same_result_to_the_last_bit()
    {
        var fleet = MadeUp.Simulated(FailureFamily.Clustered, 60, 72, 5);

        JsonSerializer.Serialize(Backtest.Run(fleet, MadeUp.Plan)).ShouldBe(JsonSerializer.Serialize(Backtest.Run(fleet, MadeUp.Plan)));
    }

    [Fact]
    public void The_order_of_services_does_not_matter()
    {
        var fleet = MadeUp.Simulated(FailureFamily.Clustered, 40, 58, 5);
        var one = Backtest.Run(fleet, MadeUp.Plan);
        var other = Backtest.Run([.. fleet.Reverse()], MadeUp.Plan);

        foreach (var (a, b) in one.Methods.Zip(other.Methods))
        {
            b.Brier!.Value.ShouldBe(a.Brier!.Value, 1e-9);
            b.Tiers.Select(t => t.Raw).ShouldBe(a.Tiers.Select(t => t.Raw));
        }
    }

    [Fact]
    public void Fixed_targets_allow_fixed_budgets()
    {
        var tiers = Backtest.Run([MadeUp.Steady("a", 58, 9970, 10_000)], MadeUp.Plan).Of(ForecastMethod.FixedTargets).Tiers;

        tiers.Select(t => Math.Round(t.MedianBudget!.Value, 9)).ShouldBe([0.01, 0.005, 0.001]);
        tiers.Select(t => t.Snapped.Events).ShouldBe([0, 0, 1]);
        tiers.Select(t => Math.Round(t.Utilisation!.Median, 9)).ShouldBe([0.3, 0.6, 3]);
        // The fleet's past is this service's: certainly above 99.5 %, certainly below 99.9 %.
        tiers.Select(t => t.Promised).ShouldBe([0, 0, 1]);
    }

    [Fact]
    public void The_observed_mean_of_a_service_that_never_changes_is_perfect()
    {
        var score = Backtest.Run([MadeUp.Steady("a", 58, 9970, 10_000)], MadeUp.Plan).Of(ForecastMethod.ObservedMean);

        score.Brier.ShouldBe(0);
        score.Coverage.ShouldBeNull();
        score.Tiers.ShouldAllBe(t => t.Raw.Events == 0 && t.Pinball < 1e-15);
    }

    [Fact]
    public void A_tier_is_scored_by_the_pinball_loss_of_its_level()
    {
        // The second half is worse: the level of 0.997 lies 0.002 above what came.
        var history = MadeUp.Service("a", 58, hour => new SliCounts(hour < 30 * 24 ? 9970 : 9950, 10_000));

        var tiers = Backtest.Run([history], MadeUp.Plan).Of(ForecastMethod.ObservedMean).Tiers;

        foreach (var tier in tiers) tier.Pinball!.Value.ShouldBe(0.002 * (1 - tier.Policy.Risk), 1e-12);
        tiers.ShouldAllBe(t => t.Raw.Rate == 1);
    }

    [Fact]
    public void Windows_without_traffic_or_half_of_their_hours_are_left_out()
    {
        ServiceHistory[] fleet =
        [
            MadeUp.Steady("whole", 58, 99, 100),
            MadeUp.Service("gone", 58, hour => hour < 30 * 24 ? new SliCounts(99, 100) : null),
            MadeUp.Service("idle", 58, hour => hour < 30 * 24 ? new SliCounts(99, 100) : new SliCounts(0, 0)),
            MadeUp.Service("half", 58, hour => hour < 30 * 24 || hour % 2 == 0 ? new SliCounts(99, 100) : null),
            MadeUp.Service("less", 58, hour => hour < 30 * 24 || hour % 24 < 11 ? new SliCounts(99, 100) : null),
            MadeUp.Service("new", 58, hour => hour < 30 * 24 ? null : new SliCounts(99, 100)),
        ];

        var result = Backtest.Run(fleet, MadeUp.Plan);

        (result.Windows, result.Unmeasured, result.WithoutForecast).ShouldBe((2, 3, 1));
    }

    [Fact]
    public void A_fleet_without_any_past_has_no_scores()
    {
        var result = Backtest.Run([MadeUp.Service("new", 58, hour => hour < 30 * 24 ? null : new SliCounts(99, 100))], MadeUp.Plan);

        (result.Windows, result.WithoutForecast).ShouldBe((0, 1));
        result.Methods.ShouldAllBe(m => m.Brier == null && m.Coverage == null && m.Tiers.All(t => t.Raw.Rate == null && t.Pinball == null && t.Utilisation == null));
    }

    [Fact]
    public void Histories_that_end_early_are_missing_hours()
    {
        var result = Backtest.Run([MadeUp.Steady("a", 58, 9, 10), MadeUp.Steady("b", 40, 9, 10), MadeUp.Steady("c", 50, 9, 10)], MadeUp.Plan);

        (result.Days, result.Windows, result.Unmeasured).ShouldBe((58, 2, 1));
    }

    [Fact]
    public void Too_short_a_history_has_no_origin() =>
        Backtest.Run([MadeUp.Steady("a", 57, 9, 10)], MadeUp.Plan).Origins.ShouldBeEmpty();

    [Fact]
    public void Targets_are_none_that_the_traffic_does_not_support()
    {
        // 28 × 24 requests leave less than one to fail above 99.8 %.
        var result = Backtest.Run([MadeUp.Steady("a", 58, 1, 1)], MadeUp.Plan);

        result.Of(ForecastMethod.ObservedMean).Tiers.ShouldAllBe(t => Math.Abs(t.MedianBudget!.Value - 0.002) < 1e-12);
        result.Methods.ShouldAllBe(m => m.Probabilities == 1 + TargetLadder.Levels.ToList().IndexOf(0.998));
    }

    [Fact]
    public void A_run_can_be_ended_early()
    {
        using var ended = new CancellationTokenSource();
        ended.Cancel();

        Should.Throw<OperationCanceledException>(() => Backtest.Run([MadeUp.Steady("a", 58, 9, 10)], MadeUp.Plan, ended.Token));
    }
}
