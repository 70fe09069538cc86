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
    private readonly FakeClock clock = new(Through.AddMinutes(30));
    private readonly TelemetryInstruments instruments;

    public CheckReadinessTests() => instruments = new TelemetryInstruments(clock);

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
        readiness.Dependencies.ShouldBe([Database with { Since = clock.GetUtcNow() }, Metrics with { Since = clock.GetUtcNow() }]);
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

    [Fact]
    public async Task Readiness_tells_since_when_a_server_is_as_it_is_and_why_it_was_last_down()
    {
        var probe = new SwitchedProbe(Metrics);
        var check = new CheckReadiness([probe], store, instruments, clock);
        var start = clock.GetUtcNow();
        (await SeenAsync()).ShouldBe(Metrics with { Since = start });

        clock.Advance(TimeSpan.FromMinutes(1));
        probe.Health = Metrics with { Status = "down", Detail = "refused" };
        (await SeenAsync()).ShouldBe(probe.Health with { Since = start.AddMinutes(1), LastError = "refused" });

        clock.Advance(TimeSpan.FromMinutes(1));
        (await SeenAsync()).Since.ShouldBe(start.AddMinutes(1));

        probe.Health = Metrics;
        (await SeenAsync()).ShouldBe(Metrics with { Since = start.AddMinutes(2), LastError = "refused" });

        async Task<DependencyHealth> SeenAsync() => (await check.HandleAsync(CancellationToken.None)).Dependencies.Single();
    }

    [Fact]
    public async Task What_is_not_configured_is_not_asked()
    {
        var check = new CheckReadiness([new FixedProbe(Database), new SwitchedProbe(Metrics) { IsConfigured = false }], store, instruments, clock);

        (await check.HandleAsync(CancellationToken.None)).Dependencies.Select(d => d.Name).ShouldBe(["postgresql"]);
    }

    [Fact]
    public async Task Whoever_asks_meanwhile_shares_the_answer_and_may_give_up_without_harm_to_others()
    {
        var probe = new HeldProbe(Database);
        var check = new CheckReadiness([probe], store, instruments, clock);
        using var impatient = new CancellationTokenSource();
        var first = check.HandleAsync(impatient.Token);
        Task<Readiness>[] others = [.. Enumerable.Range(0, 100).Select(_ => check.HandleAsync(CancellationToken.None))];

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        probe.Gate.SetResult();

        (await Task.WhenAll(others)).ShouldAllBe(r => r.Status == "ready");
        probe.Asked.ShouldBe(1);
        await check.HandleAsync(CancellationToken.None);
        probe.Asked.ShouldBe(2);
    }

    private sealed class HeldProbe(DependencyHealth health) : IDependencyProbe
    {
        private int asked;

        public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Asked => asked;

        public async Task<DependencyHealth> CheckAsync(CancellationToken cancellation)
        {
            Interlocked.Increment(ref asked);
            await Gate.Task;
            return health;
        }
    }

    private Task<Readiness> CheckAsync(params DependencyHealth[] health) =>
        new CheckReadiness(health.Select(h => new FixedProbe(h)), store, instruments, clock).HandleAsync(CancellationToken.None);

    private sealed class SwitchedProbe(DependencyHealth health) : IDependencyProbe
    {
        public DependencyHealth Health { get; set; } = health;

        public bool IsConfigured { get; init; } = true;

        public Task<DependencyHealth> CheckAsync(CancellationToken cancellation) => Task.FromResult(Health);
    }
}
