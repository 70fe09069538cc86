using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Recommendations;

public sealed class RollingDaysTests
{
    [Fact]
    public void Windows_are_what_adding_each_anew_gives() => Property.Holds(1000, random =>
    {
        var hours = random.Hours(random.Between(0, 24 * 8));

        var expected = new List<double>();
        for (int end = 24; end <= hours.Length; end++)
        {
            var measured = hours[(end - 24)..end].OfType<SliCounts>().ToArray();
            var sum = measured.Aggregate(default(SliCounts), (a, b) => a + b);
            if (measured.Length >= 12 && sum.Ratio is { } ratio) expected.Add(ratio);
        }

        RollingDays.Availabilities(hours).ShouldBe(expected);
    });

    [Fact]
    public void Less_than_a_day_has_no_window()
    {
        RollingDays.Availabilities([.. Enumerable.Repeat((SliCounts?)new SliCounts(1, 1), 23)]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(11, 0)]
    [InlineData(12, 1)]
    public void Half_of_the_hours_must_be_measured(int measured, int windows)
    {
        SliCounts?[] day = [.. Enumerable.Range(0, 24).Select(i => i < measured ? new SliCounts(1, 2) : (SliCounts?)null)];

        RollingDays.Availabilities(day).Count.ShouldBe(windows);
    }

    [Fact]
    public void A_day_without_traffic_is_missing_and_not_perfect()
    {
        RollingDays.Availabilities([.. Enumerable.Repeat((SliCounts?)default(SliCounts), 48)]).ShouldBeEmpty();
    }
}
