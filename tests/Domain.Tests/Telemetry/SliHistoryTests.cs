using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Telemetry;

public sealed class SliHistoryTests
{
    private static readonly TimeWindow Day = new(Histories.Start, Histories.Start.AddDays(1));

    [Fact]
    public void Measurements_find_their_hour_in_any_order()
    {
        var history = new SliHistory(Day, [Hour(23, 1), Hour(0, 2)]);

        history.Hours.Count.ShouldBe(24);
        history.Hours[0]!.Counts.Total.ShouldBe(2);
        history.Hours[23]!.Counts.Total.ShouldBe(1);
        history.Hours.Count(h => h is null).ShouldBe(22);
        history.Counts.ShouldBe(new SliCounts(3, 3));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public void An_hour_outside_the_window_is_refused(int hour)
    {
        Should.Throw<ArgumentException>(() => new SliHistory(Day, [Hour(hour, 1)]));
    }

    [Fact]
    public void An_hour_given_twice_is_refused()
    {
        Should.Throw<ArgumentException>(() => new SliHistory(Day, [Hour(3, 1), Hour(3, 1)]));
    }

    [Fact]
    public void Nothing_measured_is_no_traffic_and_no_latency()
    {
        var history = new SliHistory(Day, []);

        history.Counts.Ratio.ShouldBeNull();
        history.Latency.ShouldBeNull();
    }

    [Fact]
    public void Histograms_of_the_latest_layout_with_traffic_are_added_and_others_left_out()
    {
        var history = new SliHistory(Day,
        [
            Hour(0, 3, new LatencyHistogram([0.1, 0.2], [1, 2, 3])),
            Hour(1, 3, new LatencyHistogram([0.1, 0.5], [1, 2, 3])),
            Hour(2, 4, new LatencyHistogram([0.1, 0.5], [1, 1, 4])),
            Hour(3, 0, new LatencyHistogram([0.1, 0.9], [0, 0, 0])),
            Hour(4, 5),
        ]);

        history.Latency!.Bounds.ShouldBe([0.1, 0.5]);
        history.Latency.Cumulative.ShouldBe([2L, 3, 7]);
    }

    private static HourlySli Hour(int hour, long total, LatencyHistogram? latency = null) =>
        new(Day.Start.AddHours(hour), new SliCounts(total, total), latency, null);
}
