using SloFunctions.Application.Drift;
using SloFunctions.Application.Failures;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Prometheus;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

public sealed class DriftPointsTests(DriftPointCases prometheus) : IClassFixture<DriftPointCases>
{
    [Fact]
    public async Task A_point_tells_of_the_rate_window_before_it()
    {
        var points = await PointsAsync("steady");

        points.Totals.ShouldAllBe(t => Math.Abs(t - 120) < 1);
        points.Errors.ShouldAllBe(e => Math.Abs(e - 12) < 0.1);
        // Half-way between 98 % and all requests lies the 99th percentile.
        points.Latency.ShouldAllBe(l => Math.Abs(l - 0.25) < 0.001);
        points.Totals.Length.ShouldBe(60);
    }

    [Fact]
    public async Task Without_a_series_of_failures_there_were_none()
    {
        var points = await PointsAsync("faultless");

        points.Errors.ShouldAllBe(e => e == 0);
        points.Latency.ShouldAllBe(l => double.IsNaN(l));
    }

    [Theory]
    [InlineData("idle")]
    [InlineData("broken")]
    public async Task Without_traffic_that_can_be_counted_there_are_gaps(string service)
    {
        if (!(await prometheus.PointsAsync(service)).TryGetValue(ServiceId.Of(service), out var points)) return;

        points.Totals.ShouldAllBe(t => double.IsNaN(t));
        points.Errors.ShouldAllBe(e => double.IsNaN(e));
        points.Latency.ShouldAllBe(l => double.IsNaN(l));
    }

    [Fact]
    public async Task A_service_that_fell_silent_has_gaps_from_then_on()
    {
        var points = await PointsAsync("quiet-half");

        points.Totals[..18].ShouldAllBe(t => t > 0);
        points.Totals[25..].ShouldAllBe(t => double.IsNaN(t));
    }

    [Fact]
    public async Task What_two_servers_scraped_counts_once_and_what_two_instances_served_twice()
    {
        (await PointsAsync("replicated")).Totals.ShouldAllBe(t => Math.Abs(t - 120) < 1);
        (await PointsAsync("pods")).Totals.ShouldAllBe(t => Math.Abs(t - 240) < 1);
    }

    [Fact]
    public async Task Many_services_are_asked_about_at_once_and_an_id_is_only_ever_an_id()
    {
        var points = await prometheus.PointsAsync("steady", "faultless", DriftPointCases.Awkward, "alice@example.com", "unheard-of");

        points.Keys.Select(k => k.Value).Order(StringComparer.Ordinal).ShouldBe([DriftPointCases.Awkward, "faultless", "steady"]);
    }

    [Fact]
    public async Task A_server_that_is_away_is_said_to_be()
    {
        var options = new PrometheusOptions { Url = "http://127.0.0.1:1", QueryTimeout = TimeSpan.FromSeconds(1) };
        using var connection = new PrometheusConnection(options);
        var telemetry = new PrometheusDriftTelemetry(new PrometheusClient(connection, options, TimeProvider.System), options);
        var span = PointSpan.UpTo(MetricsText.Origin, TimeSpan.FromHours(1), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));

        await Should.ThrowAsync<DependencyUnavailableException>(() => telemetry.ReadAsync([ServiceId.Of("steady")], span, CancellationToken.None));
    }

    private async Task<ServicePoints> PointsAsync(string service) => (await prometheus.PointsAsync(service))[ServiceId.Of(service)];
}
