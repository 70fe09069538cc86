using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Alerts;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Postgres.Alerts;

[Collection(PostgresTests.Name)]
public sealed class ExportedServicesTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 5, 29, 12, 30, 0, TimeSpan.Zero);

    private readonly PostgresExportedServices services = new(new PostgresDatabase(database.Application), new FakeClock(Now));

    public async Task InitializeAsync()
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync("""
            TRUNCATE slo.active_slos, slo.slo_violations, slo.sli_daily_counts;
            DELETE FROM slo.latency_bucket_layouts;
            SELECT slo.ensure_partitions('2026-04-01Z', '2026-05-31Z');
            INSERT INTO slo.services (service_id, team, criticality) VALUES
              ('cart', 'shop', 'critical'), ('Zebra', 'shop', 'high'), ('bare', 'shop', 'low'), ('bank', 'money', 'medium'), ('orphan', NULL, 'medium'), ('idle', 'idlers', 'low')
            ON CONFLICT DO NOTHING;
            INSERT INTO slo.latency_bucket_layouts (bounds) VALUES ('{0.1,0.25,1}'), ('{0.2,0.5}'), ('{7,8}');
            INSERT INTO slo.active_slos (service_id, availability_target, latency_p95_target_ms, latency_p99_target_ms, latency_percentile, latency_threshold_ms, source, activated_at, activated_by)
            SELECT s.id, v.target, v.p95, v.p99, v.percentile, v.threshold, 'manual', '2026-01-05Z', 'ann'
            FROM (VALUES
              ('cart', 99.9, 100, 250, 99.9, 1000),
              ('Zebra', 99.5, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric),
              ('bank', NULL, NULL, 200, 99, 200),
              ('orphan', 99, 0.005, NULL, NULL, NULL)) AS v (service, target, p95, p99, percentile, threshold)
              JOIN slo.services s ON s.service_id = v.service;
            INSERT INTO slo.sli_daily_counts (service_id, day, latency_layout_id, hours, good, total, latency_through, latency_counts)
            SELECT s.id, v.day::timestamptz, l.id, 4, 0, 0, v.through::timestamptz, array_fill(0::bigint, ARRAY[cardinality(l.bounds) + 1])
            FROM (VALUES
              ('cart', '2026-05-28Z', '{0.2,0.5}', '2026-05-28 09:00Z'), ('cart', '2026-05-28Z', '{0.1,0.25,1}', '2026-05-28 23:00Z'), ('cart', '2026-05-27Z', '{7,8}', '2026-05-27 23:00Z'),
              ('Zebra', '2026-05-28Z', '{7,8}', '2026-05-28 23:00Z'),
              ('bank', '2026-05-02Z', '{0.2,0.5}', NULL), ('orphan', '2026-05-01Z', '{7,8}', '2026-05-01 05:00Z')) AS v (service, day, bounds, through)
              JOIN slo.services s ON s.service_id = v.service JOIN slo.latency_bucket_layouts l ON l.bounds = v.bounds::double precision[];
            INSERT INTO slo.sli_daily_counts (service_id, day, hours, good, total)
            SELECT id, '2026-05-29Z', 4, 0, 0 FROM slo.services WHERE service_id = 'cart'
            """);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task All_services_with_an_SLO_are_read_in_ordinal_order_with_what_they_promise()
    {
        var all = await services.ReadAsync(null, null, CancellationToken.None);

        all.Select(s => (s.Service.Value, s.Team, s.Criticality)).ShouldBe([
            ("Zebra", "shop", ServiceCriticality.High), ("bank", "money", ServiceCriticality.Medium), ("cart", "shop", ServiceCriticality.Critical), ("orphan", null, ServiceCriticality.Medium)]);
        all.Select(s => s.Slo!.Targets).Select(t => (t.Availability, t.Latency.P95Ms, t.Latency.P99Ms, t.Latency.P999Ms)).ShouldBe([
            (0.995, null, null, null), (null, null, 200, null), (0.999, 100, 250, 1000), (0.99, 0.005, null, null)]);
    }

    [Fact]
    public async Task The_histogram_that_had_the_last_request_counts_and_none_older_than_the_window()
    {
        var all = await services.ReadAsync(null, null, CancellationToken.None);

        // Zebra promises no duration; orphan's histogram is older than 28 days.
        all.Select(s => (s.Service.Value, string.Join(' ', s.LatencyBounds))).ShouldBe([("Zebra", ""), ("bank", "0.2 0.5"), ("cart", "0.1 0.25 1"), ("orphan", "")]);
    }

    [Fact]
    public async Task A_service_is_read_alone_with_or_without_an_SLO()
    {
        (await ReadAsync("cart", null)).ShouldHaveSingleItem().Slo.ShouldNotBeNull();
        (await ReadAsync("bare", null)).ShouldHaveSingleItem().Slo.ShouldBeNull();
        (await ReadAsync("nobody", null)).ShouldBeEmpty();
        (await ReadAsync("'; DROP TABLE x; --", null)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_team_is_read_with_its_services_that_have_no_SLO()
    {
        (await ReadAsync(null, "shop")).Select(s => s.Service.Value).ShouldBe(["Zebra", "bare", "cart"]);
        (await ReadAsync(null, "idlers")).ShouldHaveSingleItem().Slo.ShouldBeNull();
        (await ReadAsync(null, "SHOP")).ShouldBeEmpty();
    }

    private Task<IReadOnlyList<ExportedService>> ReadAsync(string? service, string? team) =>
        services.ReadAsync(service is null ? null : ServiceId.Of(service), team, CancellationToken.None);
}
