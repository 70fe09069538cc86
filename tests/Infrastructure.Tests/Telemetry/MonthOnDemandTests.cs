using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Telemetry;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Tests.Postgres;
using SloFunctions.Testing;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Infrastructure.Tests.Telemetry;

/// <summary>What is read on demand is what the stored hours, which are the truth, add up to.</summary>
[Collection(PostgresTests.Name)]
public sealed class MonthOnDemandTests(GeneratedMonth month) : IClassFixture<GeneratedMonth>
{
    [TelemetryDatasetTheory]
    [InlineData("checkout", 1)]
    [InlineData("checkout", 72)]
    [InlineData("payment", 168)]
    [InlineData("search", 24)]
    [InlineData("recommendations", 24)]
    public async Task The_last_hours_add_up_to_the_same(string service, int hours)
    {
        using var connection = new PrometheusConnection(month.Options);
        var telemetry = new PrometheusServiceTelemetry(new PrometheusClient(connection, month.Options, TimeProvider.System), month.Options, new FakeClock(month.End));
        var store = new PostgresSliStore(new PostgresDatabase(month.Database.Application));
        var history = await store.ReadHistoryAsync(ServiceId.Of(service), new TimeWindow(month.End.AddHours(-hours), month.End), CancellationToken.None);
        var window = TimeSpan.FromHours(hours);

        Value(await telemetry.ReadAvailabilityAsync(ServiceId.Of(service), window, CancellationToken.None)).ShouldBe(history.Counts);

        double burn = (double)history.Counts.Bad / history.Counts.Total / 0.001;
        Value(await telemetry.ReadBurnRateAsync(ServiceId.Of(service), 0.999, window, CancellationToken.None)).ShouldBe(burn, 1e-9);

        var latency = Value(await telemetry.ReadLatencyAsync(ServiceId.Of(service), [0.5, 0.99], window, CancellationToken.None));
        latency.Select(p => p.Seconds).ShouldBe([history.Latency!.Quantile(0.5), history.Latency.Quantile(0.99)], 1e-9);

        var use = Value(await telemetry.ReadInfrastructureAsync(ServiceId.Of(service), window, CancellationToken.None));
        (use.CpuCores, use.MemoryBytes).ShouldBe((null, null));
        use.ThrottledSeconds.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(0);
    }

    private static T Value<T>(Reading<T> reading)
    {
        reading.TryGet(out var value).ShouldBeTrue(reading.Note);
        return value!;
    }
}
