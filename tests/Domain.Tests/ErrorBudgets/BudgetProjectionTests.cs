using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.ErrorBudgets;

public sealed class BudgetProjectionTests
{
    private const int Hours = 672;
    private const int Requests = 1000;

    [Fact]
    public void A_budget_is_spent_when_failures_at_the_rate_of_the_last_day_have_used_what_is_left()
    {
        // 6,720 may fail, 600 have: 6,120 at 25 an hour.
        var projection = Of(LastDay(25), 0.99);

        projection.ShouldBe(new BudgetProjection(ProjectionOutcome.Exhausts, 245, projection.Earliest, projection.Latest));
        projection.Earliest.ShouldNotBeNull().ShouldBeLessThan(245);
        projection.Latest.ShouldNotBeNull().ShouldBeGreaterThan(245);
    }

    [Fact]
    public void Failures_that_leave_the_window_make_room_for_as_many_new_ones()
    {
        // Nine tenths of the budget are consumed, hour by hour the same.
        Of(_ => 9, 0.99).ShouldBe(new BudgetProjection(ProjectionOutcome.Lasts, null, Of(_ => 9, 0.99).Earliest, null));
        // More than what may fail in the long run.
        Of(i => i < 600 ? 9 : 12, 0.99).Outcome.ShouldBe(ProjectionOutcome.Exhausts);
    }

    [Fact]
    public void An_incident_long_ago_leaves_before_slow_failures_have_spent_the_rest()
    {
        // 6,000 of 6,720 in the oldest ten hours. One an hour is well within the budget once those are gone.
        Of(i => i < 10 ? 600 : 1, 0.99).ShouldBe(new BudgetProjection(ProjectionOutcome.Lasts, null, null, null));
    }

    [Fact]
    public void Without_failures_the_budget_lasts() => Of(_ => 0, 0.99).ShouldBe(new BudgetProjection(ProjectionOutcome.Lasts, null, null, null));

    [Fact]
    public void A_budget_that_is_spent_is_not_spent_again() => Of(_ => 10, 0.99).Outcome.ShouldBe(ProjectionOutcome.AlreadyExhausted);

    [Fact]
    public void Less_than_six_hours_of_the_last_day_tell_no_rate()
    {
        var hours = History(_ => 1);
        for (int i = 0; i < 19; i++) hours[Hours - 24 + i] = null;
        BudgetProjection.Of(hours, 0.99)!.Outcome.ShouldBe(ProjectionOutcome.TooFewHours);
        hours[Hours - 24] = new SliCounts(999, 1000);
        BudgetProjection.Of(hours, 0.99)!.Outcome.ShouldBe(ProjectionOutcome.Lasts);
    }

    [Fact]
    public void Without_requests_nothing_can_be_said() => BudgetProjection.Of(new SliCounts?[Hours], 0.99).ShouldBeNull();

    [Theory]
    [InlineData(0.999999999)]
    [InlineData(0.5)]
    [InlineData(1e-9)]
    public void Huge_counts_and_extreme_targets_are_projected(double target)
    {
        var hours = Enumerable.Range(0, Hours).Select(_ => (SliCounts?)new SliCounts(999_999_999_999_999, 1_000_000_000_000_000)).ToArray();

        BudgetProjection.Of(hours, target).ShouldNotBeNull();
    }

    // Failures that come in bunches, with twice to seven times the variance of Poisson's.
    [Theory]
    [InlineData(20, 20)]
    [InlineData(20, 4)]
    [InlineData(3, 3)]
    public void The_interval_holds_the_time_at_which_simulated_failures_spend_the_budget(double rate, double shape)
    {
        const int Trials = 600;
        const double Total = 1_000_000;
        var random = new SeededRandom(20260529);
        double allowed = rate * 124;
        int covered = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            var hours = Enumerable.Range(0, Hours).Select(i => (SliCounts?)Failed(i < Hours - 24 ? 0 : Bunch(), (long)Total)).ToArray();
            var projection = BudgetProjection.Of(hours, 1 - (allowed / (Hours * Total)))!;
            long bad = hours.Sum(h => h!.Value.Bad);
            int spent = 0;
            for (; bad < allowed && spent < Hours; spent++) bad += Bunch();
            if ((projection.Earliest ?? int.MaxValue) <= spent && spent <= (projection.Latest ?? int.MaxValue)) covered++;
        }

        ((double)covered / Trials).ShouldBeInRange(0.82, 0.98);

        long Bunch() => random.Poisson(random.Gamma(shape) * rate / shape);
    }

    private static SliCounts Failed(long bad, long total) => new(total - bad, total);

    private static SliCounts?[] History(Func<int, long> bad) => [.. Enumerable.Range(0, Hours).Select(i => (SliCounts?)Failed(bad(i), Requests))];

    private static Func<int, long> LastDay(long bad) => i => i < Hours - 24 ? 0 : bad;

    private static BudgetProjection Of(Func<int, long> bad, double target) => BudgetProjection.Of(History(bad), target)!;
}
