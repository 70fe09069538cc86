using SloFunctions.Application.AutoApproval;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.AutoApproval;

namespace SloFunctions.Infrastructure.Tests.Postgres.AutoApproval;

[Collection(PostgresTests.Name)]
public sealed class PreviewRecordsTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private const string Slo = """{"targets": {"availability": 99.9, "latency_p95_ms": null, "latency_p99_ms": 250.5, "latency_p999_ms": null}, "source": "recommendation_accepted"}""";

    private static readonly DateTimeOffset March = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ServiceId Cart = ServiceId.Of("cart");
    private static readonly TargetsInForce Kept = new(0.999, null, 250.5, null, SloSource.RecommendationAccepted);

    private readonly PostgresPreviewRecords records = new(new PostgresDatabase(database.Application));
    private readonly PostgresStandingReader standings = new(new PostgresDatabase(database.Application));

    public Task InitializeAsync() => ExecuteAsync("""
        DROP TRIGGER IF EXISTS slo_audit_log_append_only ON slo.slo_audit_log;
        DELETE FROM slo.slo_audit_log;
        DELETE FROM slo.active_slos;
        DELETE FROM slo.recommendation_sets;
        TRUNCATE slo.sli_daily_counts;
        INSERT INTO slo.services (service_id, team, criticality) VALUES ('cart', 'shop', 'low'), ('mail', NULL, 'high') ON CONFLICT DO NOTHING
        """);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Services_stand_as_the_audit_log_tells_and_otherwise_as_they_are()
    {
        await AuditAsync("manual", "ann", "2026-02-01Z", null);
        await AuditAsync("accept", "ann", "2026-02-10Z", Slo);
        await AuditAsync("reject", "bob", "2026-02-20Z", Slo);
        await AuditAsync("manual", "ann", "2026-03-05Z", """{"targets": {"availability": 99}, "source": "manual"}""");
        await ExecuteAsync("""
            INSERT INTO slo.active_slos (service_id, availability_target, latency_percentile, latency_threshold_ms, source, activated_at, activated_by)
            SELECT id, 99.5, 99.9, 700, 'manual', '2026-02-01Z', 'ann' FROM slo.services WHERE service_id = 'mail'
            """);

        var read = await records.ReadStandingsAsync(March, null, CancellationToken.None);

        read[Cart].ShouldBe(new ServiceStanding(ServiceCriticality.Low, "shop", Kept)
        {
            DecidedAt = new(2026, 2, 10, 0, 0, 0, TimeSpan.Zero),
            RejectedAt = new(2026, 2, 20, 0, 0, 0, TimeSpan.Zero),
            ChosenAt = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero),
            WholeAcceptedAt = new(2026, 2, 10, 0, 0, 0, TimeSpan.Zero),
        });
        read[ServiceId.Of("mail")].InForce.ShouldBe(new TargetsInForce(0.995, null, null, 700, SloSource.Manual));
        (await records.ReadStandingsAsync(March.AddDays(-25), Cart, CancellationToken.None)).ShouldHaveSingleItem().Value.InForce.ShouldBeNull();
        (await standings.FindAsync(ServiceId.Of("mail"), CancellationToken.None))!.Standing.InForce.ShouldBe(new TargetsInForce(0.995, null, null, 700, SloSource.Manual));
        (await standings.FindAsync(Cart, CancellationToken.None))!.SloTag.ShouldBeNull();
        (await standings.FindAsync(ServiceId.Of("nobody"), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Decisions_come_in_their_order_without_those_of_the_rule_itself_and_without_expiry()
    {
        await AuditAsync("auto_approve", "rule:other", "2026-03-03Z", Slo);
        await AuditAsync("accept", "ann", "2026-03-02Z", Slo);
        await AuditAsync("auto_approve", "rule:own", "2026-03-04Z", Slo);
        await AuditAsync("expire", "system", "2026-03-04Z", null);
        await AuditAsync("reject", "bob", "2026-03-11Z", null);

        var decisions = await records.ReadDecisionsAsync(March, March.AddDays(10), "rule:own", null, CancellationToken.None);

        decisions.Select(d => d.Decision).ShouldBe([
            new PastDecision(March.AddDays(1), AuditAction.Accept, IsWhole: true, Kept),
            new PastDecision(March.AddDays(2), AuditAction.AutoApprove, IsWhole: true, Kept),
        ]);
        (await records.ReadDecisionsAsync(March, March.AddDays(10), "rule:own", ServiceId.Of("mail"), CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Candidates_are_those_of_the_default_question_with_what_was_kept_of_them()
    {
        await RecommendAsync("2026-03-02Z", "superseded");
        await RecommendAsync("2026-03-03Z", "active", filled: false);
        await RecommendAsync("2026-03-04Z", "active", days: 90);
        await RecommendAsync("2026-03-05Z", "active", method: "historical_percentile");
        await RecommendAsync("2026-02-25Z", "expired");
        var query = new CandidateQuery(March, March.AddDays(2).AddHours(3), Tier.Conservative, null);

        var read = new List<StoredCandidate>();
        await foreach (var candidate in records.ReadCandidatesAsync(query, CancellationToken.None)) read.Add(candidate);

        read.Count.ShouldBe(2);
        read[0].Candidate.ShouldBe(new ApprovalCandidate(
            SliType.Availability, new ProposedTarget(0.995, null, 0.0007, ExceedsCompositeBound: false), IsOpen: false, IsColdStart: false, 0.9, IsLowConfidence: false, 99.96 / 100, 0.98));
        var old = read[1].Candidate;
        (old.IsOpen, old.IsColdStart, old.Confidence, old.IsLowConfidence, old.CompositeBound, old.DataCompleteness).ShouldBe((true, null, null, null, null, null));
        (await records.ReadLatestAsync(query with { Service = Cart }, CancellationToken.None)).ShouldHaveSingleItem().ShouldBe(read[1]);
        (await records.ReadLatestAsync(query with { Service = ServiceId.Of("mail") }, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_approval_is_counted_over_its_own_days()
    {
        await ExecuteAsync("""
            SELECT slo.ensure_partitions('2026-03-01Z', '2026-03-31Z');
            INSERT INTO slo.sli_daily_counts (service_id, day, hours, good, total)
            SELECT s.id, d, 24, 9, 10 FROM slo.services s, generate_series('2026-03-01Z'::timestamptz, '2026-03-20Z', '1 day') d WHERE s.service_id = 'cart'
            """);

        var counts = await records.ReadCountsAsync(
            [(ServiceId.Of("mail"), new(March, March.AddDays(7))), (Cart, new(March, March.AddDays(7))), (Cart, new(March.AddDays(10), March.AddDays(38)))], CancellationToken.None);

        counts.ShouldBe([ObjectiveCounts.None, new(168, 168, 0, new SliCounts(63, 70)), new(240, 240, 0, new SliCounts(90, 100))]);
        (await records.ReadCountsAsync([], CancellationToken.None)).ShouldBeEmpty();
    }

    private Task AuditAsync(string action, string actor, string at, string? slo) => ExecuteAsync($"""
        INSERT INTO slo.slo_audit_log (service_id, action, actor, new_slo, "timestamp")
        SELECT id, '{action}', '{actor}', {(slo is null ? "NULL" : $"'{slo}'")}, '{at}' FROM slo.services WHERE service_id = 'cart'
        """);

    private Task RecommendAsync(string at, string status, int days = 30, string method = "predictive", bool filled = true) => ExecuteAsync($$$"""
        WITH made AS (
          INSERT INTO slo.recommendation_sets (service_id, lookback_days, method, document, generated_at, expires_at, status)
          SELECT id, {{{days}}}, '{{{method}}}', '{}', '{{{at}}}', '{{{at}}}'::timestamptz + interval '1 day', '{{{status}}}' FROM slo.services WHERE service_id = 'cart'
          RETURNING id, service_id, generated_at, expires_at)
        INSERT INTO slo.slo_recommendations (recommendation_id, service_id, sli_type, tiers, explanation, data_quality, generated_at, expires_at
          {{{(filled ? ", confidence, is_low_confidence, is_cold_start, composite_bound, data_completeness" : "")}}})
        SELECT id, service_id, 'availability',
          '{"conservative": {"target": 99.5, "estimated_breach_probability": 0.0007, "exceeds_composite_bound": false}}', '{}', '{}', generated_at, expires_at
          {{{(filled ? ", 0.9, false, false, 99.96, 0.98" : "")}}}
        FROM made
        """);

    private async Task ExecuteAsync(string sql)
    {
        await using var owner = await Sql.OpenAsync(database.SuperuserConnectionString);
        await owner.ExecuteAsync(sql);
    }
}
