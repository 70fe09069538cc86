using SloFunctions.Domain.Backtesting;

namespace SloFunctions.Domain.Tests.Backtesting;

public sealed class BacktestPlanTests
{
    [Theory]
    [InlineData(57)]
    [InlineData(58, 30)]
    [InlineData(71, 30)]
    [InlineData(72, 30, 44)]
    [InlineData(100, 30, 44, 58, 72)]
    public void Each_origin_has_its_past_and_all_of_its_window(int days, params int[] origins) =>
        new BacktestPlan(30, 14).Origins(days).ShouldBe(origins);

    [Fact]
    public void The_shortest_history_holds_one_origin()
    {
        var plan = new BacktestPlan(7, 1);

        plan.Origins(plan.FewestDays).Count.ShouldBe(1);
        plan.Origins(plan.FewestDays - 1).ShouldBeEmpty();
    }

    [Fact]
    public void Days_are_counted_from_one()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new BacktestPlan(0, 14));
        Should.Throw<ArgumentOutOfRangeException>(() => new BacktestPlan(30, 0));
    }
}
