using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.ErrorBudgets;

public sealed class BurnRateTests
{
    [Theory]
    [InlineData(999, 1000, 0.999, 1)]
    [InlineData(1000, 1000, 0.999, 0)]
    [InlineData(0, 10, 0.99, 100)]
    [InlineData(9856, 10_000, 0.999, 14.4)]
    [InlineData(1, 2, 0, 0.5)]
    public void It_is_the_bad_share_by_the_share_allowed(long good, long total, double target, double expected) =>
        BurnRate.Of(new SliCounts(good, total), target).ShouldNotBeNull().ShouldBe(expected, 1e-9);

    [Fact]
    public void Without_requests_nothing_burns() => BurnRate.Of(default, 0.999).ShouldBeNull();

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_target_without_a_budget_is_refused(double target) =>
        Should.Throw<ArgumentOutOfRangeException>(() => BurnRate.Of(new SliCounts(1, 1), target));
}
