using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Telemetry;

namespace SloFunctions.Infrastructure.Tests.Postgres.Telemetry;

[Collection(PostgresTests.Name)]
public sealed class RetentionTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private readonly PostgresRetention retention = new(new PostgresDatabase(database.Application));

    public async Task InitializeAsync()
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync("INSERT INTO slo.services (service_id) VALUES ('a') ON CONFLICT DO NOTHING; TRUNCATE slo.sli_gap_checks");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Closed_recommendations_go_when_they_are_old_and_nothing_refers_to_them()
    {
        await RecommendAsync("old superseded", "superseded", 100);
        await RecommendAsync("old expired", "expired", 100);
        await RecommendAsync("old rejected", "rejected", 100);
        await RecommendAsync("old accepted", "accepted", 100);
        await RecommendAsync("old active", "active", 100);
        await RecommendAsync("young superseded", "superseded", 80);
        await RecommendAsync("set in the audit log", "superseded", 100);
        await RecommendAsync("item in the audit log", "superseded", 100);
        await RecommendAsync("item of an objective", "superseded", 100);
        await ExecuteAsync("""
            INSERT INTO slo.slo_audit_log (service_id, action, actor, recommendation_set_id)
            SELECT service_id, 'accept', 'ann', id FROM slo.recommendation_sets WHERE method = 'set in the audit log';
            INSERT INTO slo.slo_audit_log (service_id, action, actor, recommendation_id)
            SELECT i.service_id, 'accept', 'ann', i.id FROM slo.slo_recommendations i JOIN slo.recommendation_sets r ON r.id = i.recommendation_id
            WHERE r.method = 'item in the audit log';
            INSERT INTO slo.active_slos (service_id, availability_target, source, activated_at, activated_by, recommendation_id)
            SELECT i.service_id, 99, 'recommendation_accepted', now(), 'ann', i.id FROM slo.slo_recommendations i JOIN slo.recommendation_sets r ON r.id = i.recommendation_id
            WHERE r.method = 'item of an objective'
            """);

        var before = DateTimeOffset.UtcNow.AddDays(-90);
        (await retention.PurgeRecommendationsAsync(before, 1, CancellationToken.None)).ShouldBe(1);
        (await retention.PurgeRecommendationsAsync(before, 10, CancellationToken.None)).ShouldBe(1);
        (await retention.PurgeRecommendationsAsync(before, 10, CancellationToken.None)).ShouldBe(0);

        await using var connection = await database.OpenAsync("superuser");
        (await connection.LinesAsync("SELECT method FROM slo.recommendation_sets ORDER BY method")).ShouldBe(
            ["item in the audit log", "item of an objective", "old accepted", "old active", "old rejected", "set in the audit log", "young superseded"]);
        (await retention.PurgeRecommendationsAsync(DateTimeOffset.UtcNow.AddYears(1), 10, CancellationToken.None)).ShouldBe(1, "all but the last 28 days");
        await RecommendAsync("fresh", "superseded", 27);
        (await retention.PurgeRecommendationsAsync(DateTimeOffset.UtcNow.AddYears(1), 10, CancellationToken.None)).ShouldBe(0, "nothing of the last 28 days, whatever the clock says");
    }

    [Fact]
    public async Task Partitions_are_made_ahead_and_dropped_behind()
    {
        var old = new DateTimeOffset(2020, 5, 10, 0, 0, 0, TimeSpan.Zero);
        await retention.EnsurePartitionsAsync(old, old.AddMonths(1), CancellationToken.None);

        (await retention.DropPartitionsAsync(old.AddMonths(1), old.AddMonths(1), CancellationToken.None)).ShouldBe(7);
        (await retention.DropPartitionsAsync(old.AddMonths(2), old.AddMonths(1), CancellationToken.None)).ShouldBe(1);
        (await retention.DropPartitionsAsync(old.AddMonths(2), old.AddMonths(2), CancellationToken.None)).ShouldBe(6);
    }

    [Fact]
    public async Task Old_notes_of_gaps_go()
    {
        await ExecuteAsync("INSERT INTO slo.sli_gap_checks (hour, service_id) SELECT h, id FROM slo.services, (VALUES (timestamptz '2026-01-01 05:00Z'), ('2026-01-01 06:00Z')) v (h)");

        await retention.PurgeGapChecksAsync(new(2026, 1, 1, 6, 0, 0, TimeSpan.Zero), CancellationToken.None);

        await using var connection = await database.OpenAsync("superuser");
        (await connection.ScalarAsync<long>("SELECT count(*) FROM slo.sli_gap_checks WHERE hour = '2026-01-01 06:00Z'")).ShouldBe(1);
        (await connection.ScalarAsync<long>("SELECT count(*) FROM slo.sli_gap_checks")).ShouldBe(1);
    }

    [Fact]
    public async Task When_it_was_last_done_is_kept_even_if_that_was_in_the_future()
    {
        var at = new DateTimeOffset(2030, 1, 1, 6, 0, 0, TimeSpan.Zero);

        await retention.CompleteAsync(at, CancellationToken.None);
        (await retention.ReadLastAsync(CancellationToken.None)).ShouldBe(at);
        await retention.CompleteAsync(at.AddYears(-3), CancellationToken.None);

        (await retention.ReadLastAsync(CancellationToken.None)).ShouldBe(at.AddYears(-3));
    }

    private Task RecommendAsync(string name, string status, int daysAgo) => ExecuteAsync($$"""
        WITH made AS (
          INSERT INTO slo.recommendation_sets (service_id, lookback_days, method, document, generated_at, expires_at, status)
          SELECT id, 30, '{{name}}', '{}', now() - interval '{{daysAgo}} days', now() - interval '{{daysAgo}} days' + interval '1 day', '{{status}}'
          FROM slo.services WHERE service_id = 'a'
          RETURNING *)
        INSERT INTO slo.slo_recommendations (recommendation_id, service_id, sli_type, tiers, explanation, data_quality, generated_at, expires_at)
        SELECT id, service_id, 'availability', '{}', '{}', '{}', generated_at, expires_at FROM made
        """);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync(sql);
    }
}
