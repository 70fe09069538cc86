using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Domain.Tests.Lifecycle;

public sealed class SloTargetsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(99.9)]
    [InlineData(double.NaN)]
    public void An_availability_is_a_ratio_between_nothing_and_all(double availability) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SloTargets(availability));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_duration_is_above_0_and_finite(double milliseconds)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new LatencyTargets(milliseconds, null, null));
        Should.Throw<ArgumentOutOfRangeException>(() => new LatencyTargets(null, milliseconds, null));
        Should.Throw<ArgumentOutOfRangeException>(() => new LatencyTargets(null, null, milliseconds));
    }

    [Fact]
    public void An_SLO_promises_something()
    {
        Should.Throw<ArgumentException>(() => new SloTargets(null));
        new SloTargets(null, new LatencyTargets(null, 5, null)).Availability.ShouldBeNull();
        new SloTargets(0.999).Latency.IsNone.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 2, 3, true)]
    [InlineData(2, 2, 2, true)]
    [InlineData(3, 2, null, false)]
    [InlineData(3, null, 2, false)]
    [InlineData(null, 3, 2, false)]
    [InlineData(null, null, 2, true)]
    public void A_higher_percentile_never_takes_less_time(int? p95, int? p99, int? p999, bool ordered)
    {
        LatencyTargets.AreOrdered(p95, p99, p999).ShouldBe(ordered);
        if (ordered) new LatencyTargets(p95, p99, p999).P95Ms.ShouldBe(p95);
        else Should.Throw<ArgumentException>(() => new LatencyTargets(p95, p99, p999));
    }
}
