using System.Diagnostics.Metrics;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Health;
using SloFunctions.Application.Telemetry;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Health;

public sealed class CheckReadinessTests : IDisposable
{
    private static readonly DateTimeOffset Through = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DependencyHealth Database = new("postgresql", "up", true, null);
    private static readonly DependencyHealth Metrics = new("prometheus", "up", false, null);

    private readonly InMemorySliStore store = new();
    private readonly TelemetryInstruments instruments = new(new FakeClock(Through.AddMinutes(30)));

    public void Dispose() => instruments.Dispose();

    [Fact]
    public async Task Whoever_asks_makes_the_age_of_the_telemetry_known()
    {
        await store.AdvanceAsync(Through, CancellationToken.None);
        double? age = null;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Scope == instruments) l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => age = value);
        listener.Start();

        await CheckAsync(Database);
        listener.RecordObservableInstruments();

        age.ShouldBe(1800);
    }

    [Fact]
    public async Task With_everything_up_we_are_ready()
    {
        await store.AdvanceAsync(Through, CancellationToken.None);

        var readiness = await CheckAsync(Database, Metrics);

        readiness.Status.ShouldBe("ready");
        readiness.Dependencies.ShouldBe([Database, Metrics]);
        readiness.TelemetryThrough.ShouldBe(Through);
    }

    [Fact]
    public async Task Without_what_we_can_do_without_we_are_degraded()
    {
        var readiness = await CheckAsync(Database, Metrics with { Status = "down", Detail = "refused" });

        readiness.Status.ShouldBe("degraded");
        readiness.TelemetryThrough.ShouldBeNull();
    }

    [Fact]
    public async Task Without_the_database_we_are_unavailable_and_do_not_ask_it_more()
    {
        store.CallsUntilFailure = 0;

        var readiness = await CheckAsync(Database with { Status = "down" }, Metrics with { Status = "down" });

        readiness.Status.ShouldBe("unavailable");
        readiness.TelemetryThrough.ShouldBeNull();
    }

    [Fact]
    public async Task A_database_that_goes_away_meanwhile_leaves_the_telemetry_unknown()
    {
        store.CallsUntilFailure = 0;
        store.Failure = new DependencyUnavailableException("postgresql", TimeSpan.FromSeconds(5), null);

        var readiness = await CheckAsync(Database);

        readiness.Status.ShouldBe("ready");
        readiness.TelemetryThrough.ShouldBeNull();
    }

    private Task<Readiness> CheckAsync(params DependencyHealth[] health) =>
        new CheckReadiness(health.Select(h => new FixedProbe(h)), store, instruments).HandleAsync(CancellationToken.None);
}
