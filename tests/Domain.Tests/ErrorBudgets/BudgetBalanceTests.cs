using FsCheck;
using FsCheck.Fluent;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.ErrorBudgets;

public sealed class BudgetBalanceTests
{
    private static readonly double[] Targets = [0.5, 0.9, 0.95, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999, 0.99995, 0.99999, 0.999999, 0.99999999];

    private static readonly Arbitrary<(SliCounts Counts, double Target)> Cases =
        (from total in Gen.Choose(1, 2_000_000_000)
         from badShare in Gen.Choose(0, 1000)
         from target in Gen.Elements(Targets)
         select (new SliCounts(total - (long)((double)total * badShare * badShare / 1_000_000), total), target)).ToArbitrary();

    // By hand: 1 - 0.999 of 1,000,000 are 1,000.
    [Theory]
    [InlineData(1_000_000, 0.999, 0, 0, 1)]
    [InlineData(1_000_000, 0.999, 250, 0.25, 0.75)]
    [InlineData(1_000_000, 0.999, 500, 0.5, 0.5)]
    [InlineData(1_000_000, 0.999, 900, 0.9, 0.1)]
    [InlineData(1_000_000, 0.999, 1000, 1, 0)]
    [InlineData(1_000_000, 0.999, 3000, 3, -2)]
    [InlineData(400, 0.995, 1, 0.5, 0.5)]
    [InlineData(100_000_000, 0.99999999, 1, 1, 0)]
    [InlineData(1, 0.999, 1, 1000, -999)]
    public void Shares_are_exact_where_targets_are_decimal(long total, double target, long bad, double consumed, double remaining)
    {
        var balance = BudgetBalance.Of(new SliCounts(total - bad, total), target).ShouldNotBeNull();

        (balance.ConsumedShare, balance.RemainingShare).ShouldBe((consumed, remaining));
        balance.AllowedBad.ShouldBe(total * (1 - target), 1e-6 * total);
        balance.IsExhausted.ShouldBe(consumed >= 1);
    }

    [Fact]
    public void Without_traffic_nothing_is_known() => BudgetBalance.Of(default, 0.999).ShouldBeNull();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_target_that_promises_nothing_or_everything_is_refused(double target) =>
        Should.Throw<ArgumentOutOfRangeException>(() => BudgetBalance.Of(new SliCounts(1, 1), target));

    [Fact]
    public void A_target_closer_to_one_than_decimals_tell_apart_still_has_a_budget()
    {
        var balance = BudgetBalance.Of(new SliCounts(1, 2), double.BitDecrement(1)).ShouldNotBeNull();

        balance.AllowedBad.ShouldBeGreaterThan(0);
        double.IsFinite(balance.ConsumedShare).ShouldBeTrue();
    }

    [Fact]
    public void Consumed_and_remaining_are_one_together_and_what_is_consumed_is_the_burn_rate_of_the_window() => Property.Holds(
        Cases, c => Of(c) is var b && Math.Abs(b.ConsumedShare + b.RemainingShare - 1) <= 1e-12 * Math.Max(1, b.ConsumedShare)
            && Math.Abs(b.ConsumedShare - BurnRate.Of(c.Counts, c.Target)!.Value) <= 1e-6 * Math.Max(1, b.ConsumedShare));

    [Fact]
    public void One_more_bad_event_never_leaves_more() => Property.Holds(
        Cases, c => c.Counts.Good == 0 || Of((new SliCounts(c.Counts.Good - 1, c.Counts.Total), c.Target)).RemainingShare <= Of(c).RemainingShare);

    [Fact]
    public void A_stricter_target_never_leaves_more() => Property.Holds(
        Cases, c => Targets.Where(t => t > c.Target).All(t => Of((c.Counts, t)).RemainingShare <= Of(c).RemainingShare));

    [Fact]
    public void A_missed_target_has_a_negative_rest_and_a_kept_one_has_not() => Property.Holds(
        Cases, c => (Of(c).RemainingShare < 0) == ((decimal)c.Counts.Bad > c.Counts.Total * (1m - (decimal)c.Target)));

    private static BudgetBalance Of((SliCounts Counts, double Target) c) => BudgetBalance.Of(c.Counts, c.Target)!;
}
