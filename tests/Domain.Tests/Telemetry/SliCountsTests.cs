using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Telemetry;

public sealed class SliCountsTests
{
    [Fact]
    public void No_events_are_missing_data_and_not_perfection()
    {
        default(SliCounts).Ratio.ShouldBeNull();
        new SliCounts(0, 10).Ratio.ShouldBe(0);
        new SliCounts(10, 10).Ratio.ShouldBe(1);
    }

    [Fact]
    public void Counts_are_added_and_ratios_are_not()
    {
        var sum = new SliCounts(1, 1) + new SliCounts(0, 99);

        sum.ShouldBe(new SliCounts(1, 100));
        sum.Bad.ShouldBe(99);
        sum.Ratio.ShouldBe(0.01);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    [InlineData(0, -1)]
    public void Impossible_counts_are_refused(long good, long total)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new SliCounts(good, total));
    }

    [Fact]
    public void A_sum_beyond_what_a_count_holds_is_an_error_and_not_a_negative_count()
    {
        Should.Throw<OverflowException>(() => new SliCounts(long.MaxValue, long.MaxValue) + new SliCounts(1, 1));
    }
}
