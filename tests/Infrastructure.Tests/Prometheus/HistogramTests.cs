using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

public sealed class HistogramTests(HistogramCases prometheus) : IClassFixture<HistogramCases>
{
    [Theory]
    [InlineData("usual", "0.1 0.5", "60 90 100")]
    [InlineData("written-differently", "0.2 1", "60 90 100")]
    [InlineData("out-of-step", "0.1 0.5", "60 60 100")]
    [InlineData("a-few-more-than-requests", "0.1 0.5", "60 90 102")]
    [InlineData("two-pods", "0.1 0.5", "60 90 100")]
    [InlineData("replicas", "0.1", "60 100")]
    [InlineData("nonsense", "0.1", "60 100")]
    public async Task Durations_are_counted_up_to_each_bound(string service, string bounds, string counts)
    {
        var hour = await HourAsync(service);

        hour.Defects.ShouldBe(TelemetryDefects.None);
        var latency = hour.Latency.ShouldNotBeNull();
        string.Join(' ', latency.Bounds).ShouldBe(bounds);
        string.Join(' ', latency.Cumulative).ShouldBe(counts);
    }

    [Theory]
    [InlineData("infinity-alone", TelemetryDefects.None)]
    [InlineData("no-histogram", TelemetryDefects.None)]
    [InlineData("without-infinity", TelemetryDefects.MissingInfinity)]
    [InlineData("too-many-bounds", TelemetryDefects.TooManyBuckets)]
    [InlineData("infinity-below", TelemetryDefects.BucketsNotMonotonic)]
    [InlineData("falling", TelemetryDefects.BucketsNotMonotonic)]
    [InlineData("more-than-requests", TelemetryDefects.MoreDurationsThanRequests)]
    [InlineData("not-a-number", TelemetryDefects.LatencyNotANumber)]
    [InlineData("infinite", TelemetryDefects.LatencyNotANumber)]
    [InlineData("two-layouts", TelemetryDefects.MixedLayouts)]
    [InlineData("apart-layouts", TelemetryDefects.MixedLayouts)]
    public async Task What_cannot_be_right_is_no_histogram_and_the_requests_still_count(string service, TelemetryDefects defects)
    {
        var hour = await HourAsync(service);

        hour.Latency.ShouldBeNull();
        hour.Defects.ShouldBe(defects);
        hour.Counts.ShouldBe(new SliCounts(100, 100));
    }

    [Fact]
    public async Task Two_hundred_bounds_are_kept() => (await HourAsync("most-bounds")).Latency.ShouldNotBeNull().Bounds.Count.ShouldBe(200);

    [Fact]
    public async Task Durations_without_requests_measure_nothing() => (await prometheus.ReadAsync("no-requests", hours: 1)).ShouldBeEmpty();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Throttled_seconds_are_those_of_the_containers_in_pods_of_the_service(bool named)
    {
        var hours = await prometheus.ReadAsync(named ? [ServiceId.Of("usual")] : null, hours: 1);

        hours.Single(h => h.Service.Value == "usual").Sli.ThrottledSeconds.ShouldNotBeNull().ShouldBe(7.5, 1e-6);
    }

    [Fact]
    public async Task A_service_without_throttling_series_has_no_throttled_seconds() =>
        (await HourAsync("no-histogram")).ThrottledSeconds.ShouldBeNull();

    private async Task<HourlySli> HourAsync(string service) => (await prometheus.ReadAsync(service, hours: 1)).ShouldHaveSingleItem();
}
