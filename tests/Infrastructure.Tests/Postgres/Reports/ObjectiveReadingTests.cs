using System.Globalization;
using SloFunctions.Application.Reports;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Reports;

namespace SloFunctions.Infrastructure.Tests.Postgres.Reports;

[Collection(PostgresTests.Name)]
public sealed class ObjectiveReadingTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private const string Set = "11111111-1111-1111-1111-111111111111";
    private const string Availability = "22222222-2222-2222-2222-222222222222";
    private const string Latency = "33333333-3333-3333-3333-333333333333";
    private static readonly DateTimeOffset Activated = new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero);

    private readonly PostgresObjectiveRecords records = new(new PostgresDatabase(database.Application));

    public Task InitializeAsync() => ExecuteAsync($$$"""
        DELETE FROM slo.active_slos;
        DELETE FROM slo.recommendation_sets;
        INSERT INTO slo.services (service_id, team, criticality) VALUES ('cart', 'shop', 'critical') ON CONFLICT DO NOTHING;
        INSERT INTO slo.recommendation_sets (id, service_id, lookback_days, method, document, generated_at, expires_at, status)
        SELECT '{{{Set}}}', id, 30, 'predictive', '{}', '2026-01-05Z', '2026-01-06Z', 'accepted' FROM slo.services WHERE service_id = 'cart';
        INSERT INTO slo.slo_recommendations (id, recommendation_id, service_id, sli_type, tiers, explanation, data_quality, generated_at, expires_at)
        SELECT i.id::uuid, '{{{Set}}}', s.id, i.type, i.tiers::jsonb, '{}', '{}', '2026-01-05Z', '2026-01-06Z'
        FROM slo.services s, (VALUES
          ('{{{Availability}}}', 'availability', '{"conservative": {"target": 99.5, "estimated_breach_probability": 0.0007}, "balanced": {"target": 99.9, "estimated_breach_probability": 0.008}, "aggressive": {"target": 99.9, "estimated_breach_probability": 0.008}}'),
          ('{{{Latency}}}', 'latency', '{"conservative": {"target_ms": 500.0, "percentile": "p99.9", "estimated_breach_probability": 0.002}, "balanced": {"target_ms": 250.0, "percentile": "p99", "estimated_breach_probability": 0.03}, "aggressive": {"target_ms": null, "percentile": "p95", "estimated_breach_probability": null}}')) AS i (id, type, tiers)
        WHERE s.service_id = 'cart'
        """);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_set_that_was_accepted_promises_both_of_its_targets()
    {
        await ActivateAsync($"99.9, NULL, NULL, 99, 250, 'recommendation_accepted', NULL, '{Set}'");

        (await ReadAsync()).ShouldBe([
            new AcceptedObjective(ServiceId.Of("cart"), "shop", ServiceCriticality.Critical, SloSource.RecommendationAccepted, Activated, 0.999, null, "predictive", Tier.Balanced, 0.008),
            new AcceptedObjective(ServiceId.Of("cart"), "shop", ServiceCriticality.Critical, SloSource.RecommendationAccepted, Activated, 0.99, 250, "predictive", Tier.Balanced, 0.03),
        ]);
    }

    [Fact]
    public async Task An_item_that_was_accepted_promises_its_own_target_only()
    {
        await ActivateAsync($"99.5, NULL, NULL, 99, 250, 'recommendation_accepted', '{Availability}', NULL");

        (await ReadAsync()).Select(o => (o.ThresholdMs, o.Method, o.Tier, o.Promise)).ShouldBe([(null, "predictive", Tier.Conservative, 0.0007), (250, null, null, null)]);
    }

    [Fact]
    public async Task A_target_of_no_tier_was_promised_nothing()
    {
        await ActivateAsync($"99.95, NULL, NULL, 99.9, 250, 'recommendation_modified', NULL, '{Set}'");

        (await ReadAsync()).Select(o => (o.Target, o.Method, o.Tier, o.Promise)).ShouldBe([(0.9995, "predictive", null, null), (0.999, "predictive", null, null)]);
    }

    [Fact]
    public async Task A_percentile_with_a_fraction_is_that_of_its_tier()
    {
        await ActivateAsync($"NULL, NULL, NULL, 99.9, 500, 'recommendation_accepted', NULL, '{Set}'");

        (await ReadAsync()).Select(o => (o.SliType, o.Target, o.ThresholdMs, o.Tier, o.Promise)).ShouldBe([(SliType.Latency, 0.999, 500, Tier.Conservative, 0.002)]);
    }

    [Fact]
    public async Task A_manual_target_was_promised_nothing_even_where_it_is_that_of_a_tier()
    {
        await ActivateAsync("99.9, NULL, NULL, NULL, NULL, 'manual', NULL, NULL");

        (await ReadAsync()).Select(o => (o.Source, o.Method, o.Tier, o.Promise)).ShouldBe([(SloSource.Manual, null, null, null)]);
    }

    [Fact]
    public async Task Fixed_percentiles_are_objectives_too_and_one_that_is_stated_twice_is_one()
    {
        await ActivateAsync("NULL, 100, 250, 99, 250, 'manual', NULL, NULL");

        (await ReadAsync()).Select(o => (o.Target, o.ThresholdMs)).ShouldBe([(0.95, 100), (0.99, 250)]);
    }

    [Theory]
    [InlineData("2026-01-05T10:00:00Z", 0)]
    [InlineData("2026-01-05T10:00:01Z", 1)]
    public async Task Only_what_was_activated_before_is_told(string end, int objectives)
    {
        await ActivateAsync("99.9, NULL, NULL, NULL, NULL, 'manual', NULL, NULL");

        (await records.ReadObjectivesAsync(DateTimeOffset.Parse(end, CultureInfo.InvariantCulture), CancellationToken.None)).Count.ShouldBe(objectives);
    }

    private async Task<IEnumerable<AcceptedObjective>> ReadAsync() =>
        (await records.ReadObjectivesAsync(Activated.AddDays(1), CancellationToken.None)).OrderBy(o => o.ThresholdMs ?? 0);

    private Task ActivateAsync(string values) => ExecuteAsync($"""
        INSERT INTO slo.active_slos (service_id, availability_target, latency_p95_target_ms, latency_p99_target_ms, latency_percentile, latency_threshold_ms,
          source, recommendation_id, recommendation_set_id, activated_at, activated_by)
        SELECT id, {values}, '2026-01-05 10:00Z', 'ann' FROM slo.services WHERE service_id = 'cart'
        """);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync(sql);
    }
}
