using SloFunctions.Application.Failures;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Reliability;

namespace SloFunctions.Infrastructure.Tests.Postgres.Reliability;

[Collection(PostgresTests.Name)]
public sealed class FleetReaderTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private static readonly TimeWindow Window = new(new(2026, 1, 31, 22, 0, 0, TimeSpan.Zero), new(2026, 2, 1, 2, 0, 0, TimeSpan.Zero));

    public async Task InitializeAsync()
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync(
            """
            SELECT slo.ensure_partitions('2026-01-01Z', '2026-02-28Z');
            INSERT INTO slo.services (service_id) VALUES ('busy'), ('quiet'), ('silent') ON CONFLICT DO NOTHING;
            INSERT INTO slo.sli_hourly_counts (service_id, hour, good, total)
            SELECT id, hour, good, total FROM slo.services, (VALUES
              ('busy', timestamptz '2026-01-31 21:00Z', 1, 9), ('busy', '2026-01-31 22:00Z', 90, 100), ('busy', '2026-02-01 01:00Z', 5000000000, 5000000001),
              ('busy', '2026-02-01 02:00Z', 1, 9), ('quiet', '2026-01-31 23:00Z', 0, 0)) AS c (name, hour, good, total)
            WHERE service_id = name
            ON CONFLICT DO NOTHING;
            INSERT INTO slo.active_slos (service_id, availability_target, latency_percentile, latency_threshold_ms, source, activated_at, activated_by)
            SELECT id, target, percentile, threshold, 'manual', now(), 'ann' FROM slo.services, (VALUES
              ('busy', 99.9, NULL::numeric, NULL::integer), ('quiet', 99.999999, 99.9, 500), ('silent', NULL, 99.9, 500)) AS s (name, target, percentile, threshold)
            WHERE service_id = name
            ON CONFLICT DO NOTHING
            """);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Counts_of_all_services_are_summed_over_the_window_and_no_further()
    {
        var counts = await new PostgresFleetCounts(new PostgresDatabase(database.Application)).ReadAllCountsAsync(Window, CancellationToken.None);

        counts.ShouldHaveSingleItem();
        counts[ServiceId.Of("busy")].ShouldBe(new SliCounts(5_000_000_090, 5_000_000_101));
    }

    [Fact]
    public async Task Targets_are_the_ratios_that_their_percentages_say()
    {
        var targets = await new PostgresActiveSloReader(new PostgresDatabase(database.Application)).ReadAvailabilityTargetsAsync(CancellationToken.None);

        targets.Count.ShouldBe(2);
        targets[ServiceId.Of("busy")].ShouldBe(0.999);
        targets[ServiceId.Of("quiet")].ShouldBe(0.99999999);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told()
    {
        await using var nowhere = PostgresDataSource.Create(new PostgresOptions { ConnectionString = "Host=127.0.0.1;Port=1;Username=x;Password=x;Timeout=2" });
        var down = new PostgresDatabase(nowhere);

        await Should.ThrowAsync<DependencyUnavailableException>(() => new PostgresFleetCounts(down).ReadAllCountsAsync(Window, CancellationToken.None));
        await Should.ThrowAsync<DependencyUnavailableException>(() => new PostgresActiveSloReader(down).ReadAvailabilityTargetsAsync(CancellationToken.None));
    }
}
