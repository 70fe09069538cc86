using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>Questions about one service, asked of a real server.</summary>
public sealed class ServiceTelemetryTests(ServiceTelemetryCases prometheus) : IClassFixture<ServiceTelemetryCases>
{
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("checkout", 990, 1000)]
    [InlineData(ServiceTelemetryCases.Awkward, 100, 100)]
    [InlineData("idle", 0, 0)]
    public async Task Requests_are_counted(string service, long good, long total) =>
        Value(await prometheus.Telemetry.ReadAvailabilityAsync(ServiceId.Of(service), AnHour, default)).ShouldBe(new SliCounts(good, total));

    [Theory]
    [InlineData("nobody", "No requests are exported for the service in this time.")]
    [InlineData("broken", "The request counters were NaN, infinite or beyond belief in this time.")]
    [InlineData("alice@example.com", "The service id looks like an e-mail address, which must not get into queries.")]
    [InlineData("10.1.2.3", "The service id looks like an IP address, which must not get into queries.")]
    public async Task What_cannot_be_counted_has_a_reason(string service, string note) =>
        (await prometheus.Telemetry.ReadAvailabilityAsync(ServiceId.Of(service), AnHour, default)).Note.ShouldBe(note);

    [Theory]
    [InlineData(0.99, 60, 1)]
    [InlineData(0.999, 60, 10)]
    [InlineData(0.999, 30, 10)]
    public async Task A_budget_burns_as_fast_as_requests_fail(double target, int minutes, double expected) =>
        Value(await prometheus.Telemetry.ReadBurnRateAsync(ServiceId.Of("checkout"), target, TimeSpan.FromMinutes(minutes), default)).ShouldBe(expected, 1e-9);

    [Theory]
    [InlineData("idle", "Without requests no budget is spent.")]
    [InlineData("nobody", "No requests are exported for the service in this time.")]
    public async Task Nothing_burns_without_requests(string service, string note) =>
        (await prometheus.Telemetry.ReadBurnRateAsync(ServiceId.Of(service), 0.99, AnHour, default)).Note.ShouldBe(note);

    [Fact]
    public async Task Percentiles_are_those_of_all_instances()
    {
        var latency = Value(await prometheus.Telemetry.ReadLatencyAsync(ServiceId.Of("checkout"), [0.5, 0.99, 0.999], AnHour, default));

        latency.Select(p => (p.Percentile, Math.Round(p.Seconds, 6), p.IsAtLeast)).ShouldBe([(0.5, 0.055556, false), (0.99, 0.5, false), (0.999, 1, true)]);
    }

    [Theory]
    [InlineData("mixed", "The latency buckets cannot be right: MixedLayouts.")]
    [InlineData("no-histogram", "No durations are exported for the service in this time.")]
    [InlineData("nobody", "Without requests there is no latency.")]
    public async Task Percentiles_that_cannot_be_right_have_a_reason(string service, string note) =>
        (await prometheus.Telemetry.ReadLatencyAsync(ServiceId.Of(service), [0.99], AnHour, default)).Note.ShouldBe(note);

    [Fact]
    public async Task Containers_are_those_in_the_pods_of_the_service_each_counted_once()
    {
        var use = Value(await prometheus.Telemetry.ReadInfrastructureAsync(ServiceId.Of("checkout"), AnHour, default));

        // Two containers: a quarter of a core, 18 throttled seconds and from 100 to 300 MB each.
        use.CpuCores.ShouldNotBeNull().ShouldBe(0.5, 0.01);
        use.ThrottledSeconds.ShouldNotBeNull().ShouldBe(36, 0.7);
        use.MemoryBytes.ShouldNotBeNull().ShouldBe(400_000_000, 40_000_000);
    }

    [Fact]
    public async Task Without_containers_there_is_a_reason() =>
        (await prometheus.Telemetry.ReadInfrastructureAsync(ServiceId.Of("nobody"), AnHour, default)).Note
            .ShouldBe("No container metrics are exported for the service in this time.");

    [Theory]
    [InlineData(0)]
    [InlineData(59)]
    [InlineData((7 * 24 * 3600) + 1)]
    public async Task A_window_that_is_too_short_or_long_is_refused(int seconds)
    {
        var window = TimeSpan.FromSeconds(seconds);

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => prometheus.Telemetry.ReadAvailabilityAsync(ServiceId.Of("checkout"), window, default));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => prometheus.Telemetry.ReadInfrastructureAsync(ServiceId.Of("checkout"), window, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public async Task A_percentile_that_is_no_share_is_refused(double percentile) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => prometheus.Telemetry.ReadLatencyAsync(ServiceId.Of("checkout"), [0.5, percentile], AnHour, default));

    [Fact]
    public async Task Hours_of_labels_that_look_like_data_of_a_person_are_neither_given_nor_asked_for()
    {
        string[] persons = ["alice@example.com", "10.1.2.3", "550e8400-e29b-41d4-a716-446655440000"];

        var all = await prometheus.ReadAsync(only: null, hours: 1);
        all.Select(h => h.Service.Value).ShouldContain("checkout");
        all.ShouldNotContain(h => persons.Contains(h.Service.Value));

        (await prometheus.ReadAsync([.. persons.Select(ServiceId.Of)], hours: 1)).ShouldBeEmpty();
        (await prometheus.ReadAsync([.. persons.Append("checkout").Select(ServiceId.Of)], hours: 1)).ShouldHaveSingleItem();
    }

    private static T Value<T>(Reading<T> reading)
    {
        reading.TryGet(out var value).ShouldBeTrue(reading.Note);
        return value!;
    }
}
