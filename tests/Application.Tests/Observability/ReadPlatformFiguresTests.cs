using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Observability;
using SloFunctions.Application.Telemetry;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Observability;

public sealed class ReadPlatformFiguresTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 2, 14, 10, 0, 0, TimeSpan.Zero);

    private readonly FakeClock clock = new(Now);
    private readonly InMemoryPlatformFigures reader = new() { Figures = new PlatformFigures(5, 2, 8, 1, 3, 1, Now.AddHours(-1), []) };
    private readonly GraphInstruments graph;
    private readonly TelemetryInstruments telemetry;
    private readonly ReadPlatformFigures useCase;

    public ReadPlatformFiguresTests()
    {
        graph = new GraphInstruments(clock);
        telemetry = new TelemetryInstruments(clock);
        useCase = new ReadPlatformFigures(reader, graph, telemetry, clock, NullLogger<ReadPlatformFigures>.Instance);
    }

    public void Dispose()
    {
        graph.Dispose();
        telemetry.Dispose();
    }

    [Fact]
    public async Task Figures_are_read_once_in_15_seconds_however_many_ask()
    {
        for (int i = 0; i < 5; i++) (await useCase.HandleAsync(CancellationToken.None)).ShouldBe(reader.Figures);
        reader.Reads.ShouldBe(1);

        clock.Advance(TimeSpan.FromSeconds(14));
        await useCase.HandleAsync(CancellationToken.None);
        reader.Reads.ShouldBe(1);

        clock.Advance(TimeSpan.FromSeconds(1));
        await useCase.HandleAsync(CancellationToken.None);
        reader.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task Without_the_database_there_are_none_and_later_they_are_back()
    {
        var figures = reader.Figures;
        reader.Figures = null;
        (await useCase.HandleAsync(CancellationToken.None)).ShouldBeNull();

        reader.Figures = figures;
        clock.Advance(TimeSpan.FromSeconds(15));
        (await useCase.HandleAsync(CancellationToken.None)).ShouldBe(figures);
    }

    [Fact]
    public async Task The_size_of_the_graph_is_told_for_half_an_hour_after_it_was_seen()
    {
        Measure(graph, GraphInstruments.Nodes).ShouldBeEmpty();

        await useCase.HandleAsync(CancellationToken.None);

        Measure(graph, GraphInstruments.Nodes).ShouldBe([7]);
        Measure(telemetry, TelemetryInstruments.Freshness).ShouldBe([3600]);
        clock.Advance(TimeSpan.FromMinutes(30));
        Measure(graph, GraphInstruments.Nodes).ShouldBeEmpty();
    }

    private static List<double> Measure(object scope, string name)
    {
        var values = new List<double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, scope) && instrument.Name == name) own.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => values.Add(value));
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => values.Add(value));
        listener.Start();
        listener.RecordObservableInstruments();
        return values;
    }
}
