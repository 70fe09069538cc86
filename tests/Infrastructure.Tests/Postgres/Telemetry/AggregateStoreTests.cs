using System.Globalization;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Telemetry;

namespace SloFunctions.Infrastructure.Tests.Postgres.Telemetry;

[Collection(PostgresTests.Name)]
public sealed class AggregateStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private static readonly DateTimeOffset End = new(2026, 2, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly AggregateWindow Long = AggregateWindow.All.Single(w => w.Name == "28d");

    private readonly PostgresAggregateStore store = new(new PostgresDatabase(database.Application));

    public async Task InitializeAsync()
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync(
            """
            TRUNCATE slo.sli_aggregates;
            DELETE FROM slo.active_slos;
            DELETE FROM slo.recommendation_sets;
            UPDATE slo.aggregation_progress SET aggregated_through = NULL;
            INSERT INTO slo.services (service_id) VALUES ('a') ON CONFLICT DO NOTHING
            """);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Indicators_are_stored_in_the_terms_of_the_database_and_replaced_by_a_repeated_run()
    {
        var sums = new WindowSums(ServiceId.Of("a"), 1, new SliCounts(2, 3), new LatencyHistogram([0.25], [4, 4]));
        await store.StoreAsync(Long, End, sums.Aggregates(), CancellationToken.None);
        await store.StoreAsync(Long, End, [new(ServiceId.Of("a"), AggregateType.RequestRate, 7, 9), new(ServiceId.Of("nobody"), AggregateType.RequestRate, 1, 1)], CancellationToken.None);

        (await LinesAsync("""SELECT format('%s %s %s %s', "window", sli_type, trim_scale(value), sample_count) FROM slo.sli_aggregates ORDER BY sli_type"""))
            .ShouldBe([
                "28d availability 0.666666666667 3", "28d error_rate 0.333333333333 3", "28d latency_p50 125 4",
                "28d latency_p95 237.5 4", "28d latency_p99 247.5 4", "28d request_rate 7 9"]);
    }

    [Fact]
    public async Task What_is_complete_is_known_and_never_goes_back()
    {
        (await store.ReadThroughAsync(CancellationToken.None)).ShouldBeNull();

        await store.CompleteAsync(End, CancellationToken.None);
        await store.CompleteAsync(End.AddHours(-1), CancellationToken.None);

        (await store.ReadThroughAsync(CancellationToken.None)).ShouldBe(End);
    }

    // Balanced target 99.9 %: a budget of 0.1 %, of which a twentieth is 0.005 percentage points.
    [Theory]
    [InlineData("0.9995", "0.99945", false, "availability down by exactly 5 % of the budget")]
    [InlineData("0.9995", "0.999449999999", true, "availability down by more")]
    [InlineData("0.9995", "0.99955", false, "availability up by exactly 5 %")]
    [InlineData("0.9995", "0.999550000001", true, "availability up by more")]
    public async Task A_recommendation_is_stale_when_availability_has_changed_by_more_than_a_twentieth_of_the_budget(
        string before, string now, bool isStale, string why)
    {
        await RecommendAsync(balanced: "99.9");
        await ObserveAsync(End.AddHours(-2), before, "200");
        await ObserveAsync(End, now, "200");

        (await store.CompleteAsync(End, CancellationToken.None)).ShouldBe(isStale ? 1 : 0, why);

        (await StaleAsync()).ShouldBe(isStale, why);
    }

    [Theory]
    [InlineData("200", "210", false, "slower by exactly 5 %")]
    [InlineData("200", "210.000001", true, "slower by more")]
    [InlineData("200", "190", false, "faster by exactly 5 %")]
    [InlineData("200", "189.999999", true, "faster by more")]
    [InlineData("0", "0.000001", true, "from nothing")]
    public async Task A_recommendation_is_stale_when_the_99th_percentile_has_changed_by_more_than_a_twentieth(
        string before, string now, bool isStale, string why)
    {
        await RecommendAsync(balanced: "99.9");
        await ObserveAsync(End.AddHours(-2), "0.9995", before);
        await ObserveAsync(End, "0.9995", now);

        (await store.CompleteAsync(End, CancellationToken.None)).ShouldBe(isStale ? 1 : 0, why);
    }

    [Fact]
    public async Task An_active_objective_sets_the_budget_instead_of_the_balanced_tier()
    {
        await RecommendAsync(balanced: "99.9");
        await ExecuteAsync("""
            INSERT INTO slo.active_slos (service_id, availability_target, source, activated_at, activated_by)
            SELECT id, 99, 'manual', now(), 'ann' FROM slo.services WHERE service_id = 'a'
            """);
        await ObserveAsync(End.AddHours(-2), "0.9995", "200");
        // Twice the twentieth of a budget of 0.1 %, a fifth of that of 1 %.
        await ObserveAsync(End, "0.9994", "200");

        (await store.CompleteAsync(End, CancellationToken.None)).ShouldBe(0);
        await ObserveAsync(End, "0.998999", "200");
        (await store.CompleteAsync(End, CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task The_comparison_is_with_the_last_indicators_before_the_recommendation_was_generated()
    {
        await RecommendAsync(balanced: "99.9");
        await ObserveAsync(End.AddHours(-5), "0.99", "900");
        await ObserveAsync(End.AddHours(-2), "0.9995", "200");
        await ObserveAsync(End.AddHours(-1), "0.99", "900");
        await ObserveAsync(End, "0.9995", "200");

        (await store.CompleteAsync(End, CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_basis_a_target_or_present_indicators_nothing_is_concluded()
    {
        await RecommendAsync(balanced: null);
        await ObserveAsync(End, "0.5", "900");
        (await store.CompleteAsync(End, CancellationToken.None)).ShouldBe(0);

        await ObserveAsync(End.AddHours(-2), "0.9995", "900");
        (await store.CompleteAsync(End, CancellationToken.None)).ShouldBe(0);
        (await store.CompleteAsync(End.AddHours(1), CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task Caches_are_told_once_and_closed_sets_are_left_alone()
    {
        await RecommendAsync(balanced: "99.9");
        await ExecuteAsync("""
            INSERT INTO slo.recommendation_sets (service_id, lookback_days, method, document, generated_at, expires_at, status)
            SELECT service_id, 90, method, document, generated_at, expires_at, 'superseded' FROM slo.recommendation_sets
            """);
        await ObserveAsync(End.AddHours(-2), "0.9995", "200");
        await ObserveAsync(End, "0.99", "200");
        long version = await VersionAsync();

        (await store.CompleteAsync(End, CancellationToken.None)).ShouldBe(1);
        (await VersionAsync()).ShouldBe(version + 1);
        (await store.CompleteAsync(End, CancellationToken.None)).ShouldBe(0);

        (await VersionAsync()).ShouldBe(version + 1);
        (await LinesAsync("SELECT status::text FROM slo.recommendation_sets WHERE is_stale")).ShouldBe(["active"]);
    }

    // Generated half an hour after the indicators of two hours ago.
    private Task RecommendAsync(string? balanced) => ExecuteAsync($$"""
        WITH made AS (
          INSERT INTO slo.recommendation_sets (service_id, lookback_days, method, document, generated_at, expires_at)
          SELECT id, 30, 'model', '{}', '{{End.AddHours(-1.5):O}}', '{{End.AddHours(22):O}}' FROM slo.services WHERE service_id = 'a'
          RETURNING *)
        INSERT INTO slo.slo_recommendations (recommendation_id, service_id, sli_type, tiers, explanation, data_quality, generated_at, expires_at)
        SELECT id, service_id, 'availability', '{"balanced": {"target": {{balanced ?? "null"}} } }', '{}', '{}', generated_at, expires_at FROM made
        """);

    private Task ObserveAsync(DateTimeOffset end, string availability, string p99) => store.StoreAsync(
        Long,
        end,
        [
            new(ServiceId.Of("a"), AggregateType.Availability, decimal.Parse(availability, CultureInfo.InvariantCulture), 1000),
            new(ServiceId.Of("a"), AggregateType.LatencyP99, decimal.Parse(p99, CultureInfo.InvariantCulture), 1000),
        ],
        CancellationToken.None);

    private async Task<bool> StaleAsync()
    {
        await using var connection = await database.OpenAsync("superuser");
        return await connection.ScalarAsync<bool>("SELECT is_stale FROM slo.recommendation_sets");
    }

    private async Task<long> VersionAsync()
    {
        await using var connection = await database.OpenAsync("superuser");
        return await connection.ScalarAsync<long>("SELECT recommendations FROM slo.cache_version");
    }

    private async Task<IReadOnlyList<string>> LinesAsync(string sql)
    {
        await using var connection = await database.OpenAsync("superuser");
        return await connection.LinesAsync(sql);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync(sql);
    }
}
