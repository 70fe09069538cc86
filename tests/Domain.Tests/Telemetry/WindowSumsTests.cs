using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Telemetry;

public sealed class WindowSumsTests
{
    private static readonly ServiceId Service = ServiceId.Of("checkout");

    [Fact]
    public void Indicators_come_from_sums()
    {
        var latency = new LatencyHistogram([0.1, 0.5, 1], [50, 90, 98, 100]);

        var aggregates = new WindowSums(Service, 2, new SliCounts(7199, 7200), latency).Aggregates();

        aggregates.ShouldBe(
            [
                new(Service, AggregateType.RequestRate, 1m, 7200),
                new(Service, AggregateType.Availability, 0.999861111111m, 7200),
                new(Service, AggregateType.ErrorRate, 0.000138888889m, 7200),
                new(Service, AggregateType.LatencyP50, 100m, 100),
                new(Service, AggregateType.LatencyP95, 812.5m, 100),
                new(Service, AggregateType.LatencyP99, 1000m, 100),
            ]);
    }

    [Fact]
    public void Without_requests_only_the_rate_is_known()
    {
        var empty = new LatencyHistogram([0.1], [0, 0]);

        new WindowSums(Service, 3, default, empty).Aggregates()
            .ShouldHaveSingleItem().ShouldBe(new SliAggregate(Service, AggregateType.RequestRate, 0, 0));
    }

    [Fact]
    public void Without_a_histogram_there_are_no_percentiles() =>
        new WindowSums(Service, 1, new SliCounts(1, 1), null).Aggregates().Select(a => a.Type)
            .ShouldBe([AggregateType.RequestRate, AggregateType.Availability, AggregateType.ErrorRate]);

    [Fact]
    public void The_largest_counts_do_not_overflow()
    {
        var aggregates = new WindowSums(Service, 24 * 90, new SliCounts(0, long.MaxValue), null).Aggregates().ToArray();

        aggregates.Single(a => a.Type == AggregateType.Availability).Value.ShouldBe(0);
        aggregates.Single(a => a.Type == AggregateType.ErrorRate).Value.ShouldBe(1);
    }

    [Fact]
    public void Windows_end_where_they_are_told_and_are_named_for_their_length()
    {
        var end = new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

        AggregateWindow.All.Select(w => (w.Name, w.EndingAt(end).Hours)).ShouldBe([("1h", 1), ("1d", 24), ("7d", 168), ("28d", 672), ("90d", 2160)]);
        AggregateWindow.All.ShouldAllBe(w => w.EndingAt(end).End == end);
    }
}
