using SloFunctions.Application.Observability;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Observability;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Postgres.Observability;

[Collection(PostgresTests.Name)]
public sealed class PlatformFiguresTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly DateTimeOffset Now = new(2026, 2, 14, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task All_figures_come_of_one_query_before_and_after_there_is_anything()
    {
        var none = await ReadAsync(10);
        none.Objectives.ShouldBeEmpty();
        (none with { Objectives = [], Database = default }).ShouldBe(new PlatformFigures(0, 0, 0, 0, 0, 0, null, []));

        await using (var connection = await database.OpenAsync("superuser"))
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO slo.services (service_id, discovered)
                VALUES ('fig-a', false), ('fig-b', false), ('fig-c', false), ('fig-d', true);
                INSERT INTO slo.service_dependencies (source_service_id, target_service_id, communication_mode, discovery_source, is_stale)
                SELECT s.id, t.id, 'sync', source::slo.discovery_source, stale
                FROM (VALUES ('fig-a', 'fig-b', 'manual', false), ('fig-a', 'fig-b', 'otel_service_graph', false),
                  ('fig-b', 'fig-c', 'manual', false), ('fig-c', 'fig-d', 'manual', true)) AS d (a, b, source, stale)
                  JOIN slo.services s ON s.service_id = a JOIN slo.services t ON t.service_id = b;
                INSERT INTO slo.recommendation_sets (service_id, lookback_days, method, document, generated_at, expires_at, is_stale)
                SELECT id, days, 'predictive', '{}', timestamptz '2026-02-14 09:00Z', expires, stale
                FROM slo.services, (VALUES ('fig-a', 30, timestamptz '2026-02-15 09:00Z', false), ('fig-a', 7, '2026-02-14 09:30Z', false),
                  ('fig-b', 30, '2026-02-15 09:00Z', true)) AS r (name, days, expires, stale)
                WHERE service_id = name;
                INSERT INTO slo.active_slos (service_id, availability_target, latency_percentile, latency_threshold_ms, source, activated_at, activated_by)
                SELECT id, target, percentile, threshold, 'manual', now(), 'ann' FROM slo.services, (VALUES
                  ('fig-a', 99.9, 99.5, 500), ('fig-c', 99.5, NULL::numeric, NULL::integer)) AS s (name, target, percentile, threshold)
                WHERE service_id = name;
                INSERT INTO slo.graph_event_dead_letters (delivery_key, reason, errors, payload, payload_bytes)
                VALUES ('fig-1', 'no-data', '[]', '', 0), ('fig-2', 'no-data', '[]', '', 0);
                INSERT INTO slo.graph_submissions
                  (id, discovery_source, observed_at, received_at, nodes, edges, content, credential, client_id, submitted_by, teams)
                VALUES (gen_random_uuid(), 'manual', now(), now(), 1, 0, '', 'api_key', 'key:1', 'ann', '{}');
                UPDATE slo.aggregation_progress SET through = timestamptz '2026-02-14 09:00Z'
                """);
        }

        var figures = await ReadAsync(10);
        (figures with { Objectives = [], Database = default }).ShouldBe(new PlatformFigures(3, 1, 2, 0, 1, 1, Now.AddHours(-1), []) { DeadLetters = 2, WaitingSubmissions = 1 });
        figures.Objectives.ShouldBe([new("fig-a", "availability", 0.999), new("fig-a", "latency", 0.995), new("fig-c", "availability", 0.995)]);
        (await ReadAsync(2)).Objectives.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_database_tells_its_size_and_its_connections_to_the_app()
    {
        await using var one = await database.OpenAsync("superuser");
        await using var two = await database.OpenAsync("superuser");

        var told = (await ReadAsync(10)).Database;

        long bytes = await one.ScalarAsync<long>("SELECT pg_database_size(current_database())");
        int limit = await one.ScalarAsync<int>("SELECT current_setting('max_connections')::int");
        ((double)told.Bytes).ShouldBe(bytes, bytes * 0.1);
        told.ConnectionsLimit.ShouldBe(limit);
        told.Connections.ShouldBeInRange(3, limit, "Two of the superuser and the app's own.");
    }

    private Task<PlatformFigures> ReadAsync(int most) =>
        new PostgresPlatformFigures(new PostgresDatabase(database.Application), new FakeClock(Now)).ReadAsync(most, CancellationToken.None);
}
