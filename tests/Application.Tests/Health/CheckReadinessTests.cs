using SloFunctions.Application.Failures;
using SloFunctions.Application.Health;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Health;

public sealed class CheckReadinessTests
{
    private static readonly DateTimeOffset Through = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DependencyHealth Database = new("postgresql", "up", true, null);
    private static readonly DependencyHealth Metrics = new("prometheus", "up", false, null);

    private readonly InMemorySliStore store = new();

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
        new CheckReadiness(health.Select(h => new FixedProbe(h)), store).HandleAsync(CancellationToken.None);
}
