using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.Drift;
using SloFunctions.Application.Identifiers;
using SloFunctions.Domain.Graph;
using SloFunctions.Functions.Orchestrations;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Drift;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Tests.Postgres;
using SloFunctions.Testing;
using SloFunctions.Testing.Orchestrations;

namespace SloFunctions.Infrastructure.Tests.Drift;

/// <summary>Drift on real servers, run after run as the timer would fire.</summary>
[Collection(PostgresTests.Name)]
public sealed class DriftDetectionTests(MinutesOfServices prometheus, MigratedDatabase database)
    : IClassFixture<MinutesOfServices>, IClassFixture<MigratedDatabase>
{
    private static readonly TimeSpan Cadence = TimeSpan.FromMinutes(5);

    private readonly FakeClock clock = new(MinutesOfServices.Step.AddMinutes(-62));
    private readonly RandomIdSource ids = new(TimeProvider.System);

    [Fact]
    public async Task A_step_is_told_within_half_an_hour_and_not_before_and_once()
    {
        await RegisterAsync();
        using var connection = new PrometheusConnection(new PrometheusOptions { Url = prometheus.Url });
        while (clock.GetUtcNow() <= MinutesOfServices.Step) await RunAsync(connection);
        (await EntriesAsync()).ShouldBeEmpty();

        while (clock.GetUtcNow() <= MinutesOfServices.Step.AddHours(6)) await RunAsync(connection);

        var entries = await EntriesAsync();
        entries.Select(e => e.Service).Order(StringComparer.Ordinal).ShouldBe(["drifting", "failing"]);
        foreach (var (service, at, votes) in entries)
        {
            (at - MinutesOfServices.Step).ShouldBeInRange(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), service);
            votes.ShouldBeGreaterThanOrEqualTo(2, service);
        }

        var known = (await new PostgresDriftReader(new PostgresDatabase(database.Application)).FindAsync(ServiceId.Of("drifting"), CancellationToken.None)).ShouldNotBeNull();
        known.Series[0].State.ShouldBe(DriftState.Drifted);
        known.Series[0].Baseline.ShouldNotBeNull().Provisional.ShouldBeTrue();
        Math.Abs((known.Series[0].Since!.Value - MinutesOfServices.Step).TotalMinutes).ShouldBeLessThan(5);

        // A day later what is usual has been learnt again.
        clock.Advance(MinutesOfServices.Step.AddHours(29) - clock.GetUtcNow());
        await RunAsync(connection);
        await RunAsync(connection);
        known = (await new PostgresDriftReader(new PostgresDatabase(database.Application)).FindAsync(ServiceId.Of("drifting"), CancellationToken.None)).ShouldNotBeNull();
        (known.Series[0].State, known.Series[0].Baseline!.Provisional).ShouldBe((DriftState.Stable, false));
        (await EntriesAsync()).Count.ShouldBe(2);
    }

    private async Task RunAsync(PrometheusConnection connection)
    {
        var options = new PrometheusOptions { Url = prometheus.Url };
        var telemetry = new PrometheusDriftTelemetry(new PrometheusClient(connection, options, TimeProvider.System), options);
        var open = new PostgresDatabase(database.Application);
        // What is queued is another test's subject.
        var policy = new DriftRunPolicy { ReevaluatedPerRun = 0 };
        using var instruments = new DriftInstruments();
        var activities = new DirectActivities(typeof(DriftSweep).Assembly, new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IDriftTelemetry>(telemetry)
            .AddSingleton<IDriftStore>(new PostgresDriftStore(open))
            .AddSingleton<IBaselineStore>(new PostgresBaselineStore(open))
            .AddSingleton<IIdSource>(ids)
            .AddSingleton(policy)
            .AddSingleton(instruments)
            .AddSingleton(new ReevaluateServices(new PostgresReevaluationBacklog(open), null!, policy, clock, NullLogger<ReevaluateServices>.Instance))
            .BuildServiceProvider());
        (await DriftSweep.RunAsync(new DirectOrchestration(activities, clock.GetUtcNow(), CancellationToken.None))).Failed.ShouldBe(0);
        clock.Advance(Cadence);
    }

    private async Task RegisterAsync()
    {
        await using var connection = await database.OpenAsync("slo_app");
        await connection.ExecuteAsync("INSERT INTO slo.services (service_id, criticality) VALUES ('drifting', 'critical'), ('steady', 'critical'), ('failing', 'medium')");
    }

    private async Task<IReadOnlyList<(string Service, DateTimeOffset At, int Votes)>> EntriesAsync()
    {
        await using var connection = await database.OpenAsync("slo_app");
        var lines = await connection.LinesAsync("""
            SELECT format('%s %s %s', s.service_id, extract(epoch FROM l."timestamp")::bigint, l.details #>> '{drift,votes}')
            FROM slo.slo_audit_log l JOIN slo.services s ON s.id = l.service_id WHERE l.action = 'drift_triggered'
            """);
        return [.. lines.Select(l => l.Split(' ')).Select(l => (l[0], DateTimeOffset.FromUnixTimeSeconds(long.Parse(l[1], null)), int.Parse(l[2], null)))];
    }
}
