using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using SloFunctions.Application.Failures;
using SloFunctions.Infrastructure.Prometheus;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

public sealed class PrometheusInstrumentsTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> measured = new();
    private StubServer stub = null!;
    private PrometheusClient client = null!;

    private MeterListener Listener { get; } = new();

    private PrometheusConnection Connection { get; set; } = null!;

    private PrometheusInstruments Instruments { get; set; } = null!;

    public async Task InitializeAsync()
    {
        stub = await StubServer.StartAsync();
        Connection = new PrometheusConnection(stub.Options);
        Instruments = new PrometheusInstruments(stub.Clock);
        client = new PrometheusClient(Connection, stub.Options, stub.Clock, Instruments);
        Listener.InstrumentPublished = (instrument, own) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, Instruments)) own.EnableMeasurementEvents(instrument);
        };
        Listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        Listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        Listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => measured.Enqueue($"{instrument.Name} {value}"));
        Listener.Start();
    }

    public async Task DisposeAsync()
    {
        Listener.Dispose();
        Instruments.Dispose();
        Connection.Dispose();
        await stub.DisposeAsync();
    }

    [Fact]
    public async Task A_query_is_measured_by_its_kind()
    {
        await RangeAsync();

        measured.ShouldBe([$"{PrometheusInstruments.Duration} query_type=range"]);
    }

    [Theory]
    [InlineData("no", 400, "refused")]
    [InlineData("nonsense", 200, "malformed")]
    public async Task A_failure_is_counted_by_what_it_is(string body, int status, string error)
    {
        stub.Answer = StubServer.Text(body, status);

        await Should.ThrowAsync<DependencyUnavailableException>(RangeAsync());

        measured.ShouldContain($"{PrometheusInstruments.Errors} query_type=range,error_type={error}");
        measured.ShouldContain($"{PrometheusInstruments.Duration} query_type=range");
    }

    [Fact]
    public async Task Each_attempt_counts_and_the_breaker_tells_its_state()
    {
        stub.Answer = StubServer.Text("busy", 503);

        for (int i = 0; i < 3; i++) await Should.ThrowAsync<DependencyUnavailableException>(FailAsync());
        Listener.RecordObservableInstruments();

        measured.Count(m => m == $"{PrometheusInstruments.Errors} query_type=range,error_type=server_error").ShouldBe(10);
        measured.ShouldContain($"{PrometheusInstruments.Errors} query_type=range,error_type=circuit_open");
        measured.ShouldContain($"{PrometheusInstruments.Breaker} 2");
    }

    // The waits between attempts are those of the stub's clock.
    private async Task FailAsync()
    {
        var query = RangeAsync();
        foreach (int delay in (int[])[1, 2, 4])
        {
            if (await Task.WhenAny(query, PassAsync(delay)) == query) break;
        }

        await query;
    }

    private async Task PassAsync(int delay)
    {
        await stub.Clock.WhenTimerIsSetAsync(stub.Clock.GetUtcNow().AddSeconds(delay));
        stub.Clock.Advance(TimeSpan.FromSeconds(delay));
    }

    private Task<IReadOnlyList<PrometheusSeries>> RangeAsync() =>
        client.QueryHourlyAsync("up", MetricsText.Origin, MetricsText.Origin.AddHours(1), CancellationToken.None);

    private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measured.Enqueue($"{instrument.Name} {string.Join(',', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}");
}
