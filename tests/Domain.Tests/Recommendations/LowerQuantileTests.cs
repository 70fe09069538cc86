using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Tests.Recommendations;

public sealed class LowerQuantileTests
{
    [Theory]
    [InlineData(0.001, 1)]
    [InlineData(0.25, 1)]
    [InlineData(0.26, 2)]
    [InlineData(0.5, 2)]
    [InlineData(1, 4)]
    public void No_value_is_made_up_between_two(double q, double expected)
    {
        LowerQuantile.Of([1, 2, 3, 4], q).ShouldBe(expected);
    }

    [Fact]
    public void It_is_the_smallest_value_that_the_share_does_not_exceed() => Property.Holds(2000, random =>
    {
        double[] sorted = [.. Enumerable.Range(0, random.Between(1, 1000)).Select(_ => (double)random.Below(100)).Order()];
        int percent = random.Between(1, 100);

        double value = LowerQuantile.Of(sorted, percent / 100.0);

        // In whole numbers, so that the expectation does not round.
        (100 * sorted.Count(v => v <= value)).ShouldBeGreaterThanOrEqualTo(percent * sorted.Length);
        (100 * sorted.Count(v => v < value)).ShouldBeLessThan(percent * sorted.Length);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Shares_outside_0_to_1_are_refused(double q)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => LowerQuantile.Of([1], q));
    }
}
