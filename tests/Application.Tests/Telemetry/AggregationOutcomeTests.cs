using System.Diagnostics.Metrics;
using SloFunctions.Application.Telemetry;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Telemetry;

public sealed class AggregationOutcomeTests : IDisposable
{
    private static readonly DateTimeOffset Noon = AggregationScene.Noon;

    private readonly AggregationScene scene = new("a") { Aggregates = new InMemoryAggregateStore { Marks = 4 } };
    private readonly MeterListener listener = new();
    private readonly List<(string Name, double Value)> measured = [];

    public AggregationOutcomeTests()
    {
        var instruments = scene.Instruments;
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == "SloFunctions" && instrument.Meter.Scope == instruments) l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) =>
            measured.Add((instrument.Name, value)));
        listener.Start();
    }

    public void Dispose()
    {
        listener.Dispose();
        scene.Dispose();
    }

    [Fact]
    public async Task Counts_and_then_indicators_are_brought_up_to_the_present()
    {
        scene.Store.Register("a");

        var report = await RunAsync();

        report.ShouldBe(new AggregationReport(Noon, 720, 1) { RecommendationsMarked = 4 });
        scene.Aggregates.Through.ShouldBe(Noon);
    }

    [Fact]
    public async Task Without_services_there_is_nothing_to_sum()
    {
        (await RunAsync()).HoursStored.ShouldBe(0);

        scene.Aggregates.SumsRead.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_run_within_the_hour_computes_nothing_again()
    {
        scene.Store.Register("a");
        await RunAsync();

        (await RunAsync()).RecommendationsMarked.ShouldBe(0);

        scene.Aggregates.SumsRead.Count.ShouldBe(5);
    }

    [Fact]
    public async Task How_old_the_telemetry_is_shows_as_a_gauge_that_grows_with_time()
    {
        scene.Store.Register("a");
        Gauge().ShouldBeEmpty();
        await RunAsync();

        Gauge().ShouldBe([300]);
        scene.Clock.Advance(TimeSpan.FromHours(2));
        Gauge().ShouldBe([7500]);
    }

    [Fact]
    public async Task Every_run_tells_how_long_it_took()
    {
        scene.Store.Register("a");

        await RunAsync();
        await RunAsync();

        measured.Count(m => m.Name == "slo_engine_batch_aggregation_duration_seconds" && m.Value >= 0).ShouldBe(2);
    }

    private double[] Gauge()
    {
        measured.Clear();
        listener.RecordObservableInstruments();
        return [.. measured.Where(m => m.Name == "slo_engine_telemetry_freshness_seconds").Select(m => m.Value)];
    }

    private Task<AggregationReport> RunAsync() => scene.RunAsync();
}
