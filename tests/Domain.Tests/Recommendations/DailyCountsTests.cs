using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Recommendations;

public sealed class DailyCountsTests
{
    [Fact]
    public void Days_are_counted_back_from_the_end_and_a_part_of_one_is_left_out()
    {
        SliCounts?[] hours = [.. Enumerable.Range(0, 53).Select(i => (SliCounts?)new SliCounts(i < 5 ? 0 : 1, 1))];

        DailyCounts.Of(hours).ShouldBe([new SliCounts(24, 24), new SliCounts(24, 24)]);
    }

    [Fact]
    public void Hours_without_a_measurement_add_nothing()
    {
        SliCounts?[] hours = [.. Enumerable.Range(0, 48).Select(i => i is 3 or > 23 ? null : (SliCounts?)new SliCounts(2, 3))];

        DailyCounts.Of(hours).ShouldBe([new SliCounts(46, 69), default]);
        DailyCounts.Of(new SliCounts?[23]).ShouldBeEmpty();
    }
}
