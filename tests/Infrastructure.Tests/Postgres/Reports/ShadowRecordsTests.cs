using SloFunctions.Application.Failures;
using SloFunctions.Application.Reports;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Reports;
using SloFunctions.Infrastructure.Postgres.Telemetry;

namespace SloFunctions.Infrastructure.Tests.Postgres.Reports;

[Collection(PostgresTests.Name)]
public sealed class ShadowRecordsTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private const string Tiers = """{"conservative": {"target": 99.5, "estimated_breach_probability": 0.0007}, "balanced": {"target": 99.9, "estimated_breach_probability": 0.008}, "aggressive": {"target": null, "estimated_breach_probability": null}}""";
    private static readonly DateTimeOffset TrialStart = new(2026, 2, 10, 0, 0, 0, TimeSpan.Zero);
    private static readonly ShadowRecommendation Expected = new(
        Guid.Empty, default, new ShadowTier(0.995, 0.0007), new ShadowTier(0.999, 0.008), new ShadowTier(null, null));

    private readonly PostgresDatabase postgres = new(database.Application);

    private PostgresShadowRecords Records => new(postgres);

    public Task InitializeAsync() => ExecuteAsync("""
        DELETE FROM slo.active_slos;
        DELETE FROM slo.recommendation_sets;
        TRUNCATE slo.sli_hourly_counts, slo.sli_daily_counts;
        INSERT INTO slo.services (service_id, team, criticality) VALUES ('cart', 'shop', 'high'), ('mail', NULL, 'medium'), ('free', NULL, 'low') ON CONFLICT DO NOTHING
        """);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_SLO_comes_with_its_active_recommendation_and_the_latest_before_the_trial()
    {
        await ActivateAsync("cart", "99.95, 'recommendation_modified'");
        await RecommendAsync("cart", "2026-02-01Z", "superseded", tiers: "{}");
        var tried = await RecommendAsync("cart", "2026-02-10Z", "superseded");
        await RecommendAsync("cart", "2026-02-10 00:00:01Z", "expired", tiers: "{}");
        var active = await RecommendAsync("cart", "2026-03-09Z", "active");
        await RecommendAsync("cart", "2026-03-10Z", "active", method: "historical_percentile", tiers: "{}");
        await RecommendAsync("cart", "2026-02-09Z", "active", days: 90, tiers: "{}");

        var slo = (await ReadAsync()).ShouldHaveSingleItem();

        slo.ShouldBe(new ShadowSlo(
            ServiceId.Of("cart"),
            "shop",
            ServiceCriticality.High,
            SloSource.RecommendationModified,
            0.9995,
            Expected with { RecommendationId = active, GeneratedAt = new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero) },
            Expected with { RecommendationId = tried, GeneratedAt = TrialStart }));
    }

    [Fact]
    public async Task Without_one_that_old_the_oldest_is_tried()
    {
        await ActivateAsync("cart", "99.9, 'manual'");
        await RecommendAsync("cart", "2026-03-09Z", "active");
        var oldest = await RecommendAsync("cart", "2026-02-20Z", "superseded");

        (await ReadAsync()).ShouldHaveSingleItem().Tried!.RecommendationId.ShouldBe(oldest);
    }

    [Fact]
    public async Task Accepted_SLOs_and_those_without_availability_are_left_out_and_those_without_recommendation_are_not()
    {
        await ActivateAsync("cart", "99.9, 'recommendation_accepted'");
        await ActivateAsync("mail", "NULL, 'manual'");
        await ActivateAsync("free", "99.9, 'manual'");

        var slo = (await ReadAsync()).ShouldHaveSingleItem();

        (slo.Service.Value, slo.Recommended, slo.Tried).ShouldBe(("free", null, null));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(null)]
    [InlineData("""{"balanced": {"target": null}, "conservative": null}""")]
    public async Task A_recommendation_without_availability_has_no_targets(string? tiers)
    {
        await ActivateAsync("cart", "99.9, 'manual'");
        await RecommendAsync("cart", "2026-03-09Z", "active", tiers: tiers);

        var recommended = (await ReadAsync()).ShouldHaveSingleItem().Recommended!;

        new[] { recommended.Conservative, recommended.Balanced, recommended.Aggressive }.ShouldAllBe(t => t == new ShadowTier(null, null));
    }

    [Fact]
    public async Task Each_service_is_counted_over_its_own_days()
    {
        await StoreAsync(
            Hour("cart", 9, 1, 9), Hour("cart", 10, 5, 6), Hour("cart", 11, 7, 7), Hour("cart", 12, 1, 9),
            Hour("mail", 10, 1, 9), Hour("mail", 11, 3, 4), Hour("free", 10, 1, 1));
        var days = new Dictionary<ServiceId, TimeWindow>
        {
            [ServiceId.Of("cart")] = new(TrialStart, TrialStart.AddDays(2)),
            [ServiceId.Of("mail")] = new(TrialStart.AddDays(1), TrialStart.AddDays(2)),
            [ServiceId.Of("nobody")] = new(TrialStart, TrialStart.AddDays(2)),
        };

        var counts = await Records.ReadCountsAsync(days, CancellationToken.None);

        counts.Count.ShouldBe(2);
        counts[ServiceId.Of("cart")].ShouldBe(new ObjectiveCounts(2, 2, 0, new SliCounts(12, 13)));
        counts[ServiceId.Of("mail")].ShouldBe(new ObjectiveCounts(1, 1, 0, new SliCounts(3, 4)));
        (await Records.ReadCountsAsync(new Dictionary<ServiceId, TimeWindow>(), CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Histories_are_those_of_the_services_asked_for_with_gaps_where_nothing_was_measured()
    {
        await StoreAsync(Hour("cart", 10, 5, 6), Hour("cart", 11, 7, 7), Hour("cart", 13, 7, 7), Hour("mail", 10, 0, 0), Hour("free", 10, 1, 1));
        var window = new TimeWindow(TrialStart.AddHours(4), TrialStart.AddDays(1).AddHours(6));
        var read = new Dictionary<string, SliCounts?[]>();

        await foreach (var (service, hours) in Records.ReadHistoriesAsync([ServiceId.Of("cart"), ServiceId.Of("mail")], window, CancellationToken.None))
            read.Add(service.Value, hours);

        read.Keys.Order(StringComparer.Ordinal).ShouldBe(["cart", "mail"]);
        read["cart"].Length.ShouldBe(26);
        read["cart"].Index().Where(h => h.Item is not null).ShouldBe([(1, new SliCounts(5, 6)), (25, new SliCounts(7, 7))]);
        read["mail"][1].ShouldBe(default(SliCounts));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told()
    {
        await using var nowhere = PostgresDataSource.Create(new PostgresOptions { ConnectionString = "Host=127.0.0.1;Port=1;Username=x;Password=x;Timeout=2" });
        var down = new PostgresShadowRecords(new PostgresDatabase(nowhere));
        var day = new TimeWindow(TrialStart, TrialStart.AddDays(1));

        await Should.ThrowAsync<DependencyUnavailableException>(() => down.ReadSlosAsync(ShadowKey.Default, TrialStart, CancellationToken.None));
        await Should.ThrowAsync<DependencyUnavailableException>(() => down.ReadCountsAsync(new Dictionary<ServiceId, TimeWindow> { [ServiceId.Of("a")] = day }, CancellationToken.None));
    }

    private Task<IReadOnlyList<ShadowSlo>> ReadAsync() => Records.ReadSlosAsync(ShadowKey.Default, TrialStart, CancellationToken.None);

    // The sixth hour of a day in February.
    private static ServiceHour Hour(string service, int day, long good, long total) =>
        new(ServiceId.Of(service), new HourlySli(new(2026, 2, day, 5, 0, 0, TimeSpan.Zero), new SliCounts(good, total), null, null));

    private Task<int> StoreAsync(params ServiceHour[] hours) => new PostgresSliStore(postgres).StoreAsync(hours, CancellationToken.None);

    private Task ActivateAsync(string service, string values) => ExecuteAsync($"""
        INSERT INTO slo.active_slos (service_id, availability_target, source, latency_p99_target_ms, activated_at, activated_by)
        SELECT id, {values}, 100, '2026-01-01Z', 'ann' FROM slo.services WHERE service_id = '{service}'
        """);

    private async Task<Guid> RecommendAsync(
        string service, string at, string status, string method = "predictive", int days = 30, string? tiers = Tiers)
    {
        var id = Guid.NewGuid();
        await ExecuteAsync($$"""
            INSERT INTO slo.recommendation_sets (id, service_id, lookback_days, method, document, generated_at, expires_at, status)
            SELECT '{{id}}', id, {{days}}, '{{method}}', '{}', '{{at}}', '2027-01-01Z', '{{status}}' FROM slo.services WHERE service_id = '{{service}}'
            """);
        if (tiers is null) return id;
        await ExecuteAsync($$"""
            INSERT INTO slo.slo_recommendations (recommendation_id, service_id, sli_type, tiers, explanation, data_quality, expires_at)
            SELECT '{{id}}', service_id, 'availability', '{{tiers}}', '{}', '{}', '2027-01-01Z' FROM slo.recommendation_sets WHERE id = '{{id}}'
            """);
        return id;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync(sql);
    }
}
