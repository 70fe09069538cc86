using SloFunctions.Application.Audit;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Results;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Lifecycle;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Postgres.Lifecycle;

[Collection(PostgresTests.Name)]
public sealed class SloStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeClock clock = new(Now);
    private readonly KnownSets sets = new(database);

    private PostgresSloStore Store => new(new PostgresDatabase(database.Application), clock);

    public static TheoryData<double?, double?, double?, double?> Targets => new()
    {
        { 0.999, null, null, null },
        { 0.99999999, 2.5, 500, 1000.125 },
        { 0.00000001, null, 0.001, null },
        { null, 3_600_000, null, null },
        { null, null, null, 900 },
        { 0.5, 1, 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Targets_are_read_back_as_they_were(double? availability, double? p95, double? p99, double? p999)
    {
        var service = await NewServiceAsync();
        var slo = Slo(1, new SloTargets(availability, new LatencyTargets(p95, p99, p999)));

        (await DecideAsync(service, slo)).Error.ShouldBeNull();

        var found = (await Store.FindAsync(service, CancellationToken.None)).ShouldNotBeNull();
        found.Slo.ShouldBe(slo);
        found.Team.ShouldBe("shop");
    }

    [Fact]
    public async Task A_change_keeps_the_id_and_what_was_accepted()
    {
        var service = await NewServiceAsync();
        var first = Slo(1, new SloTargets(0.99));
        await DecideAsync(service, first);
        var set = await sets.StoreAsync(service.Value, Now);
        var second = first with
        {
            Version = 2,
            Targets = new SloTargets(0.95),
            Source = SloSource.RecommendationAccepted,
            RecommendationId = set.Recommendations[0].Id,
            RecommendationSetId = set.RecommendationId,
            Tier = Tier.Aggressive,
            ActivatedBy = "bob",
        };

        await DecideAsync(service, second);

        (await Store.FindAsync(service, CancellationToken.None))!.Slo.ShouldBe(second);
    }

    [Fact]
    public async Task A_failed_decision_changes_nothing()
    {
        var service = await NewServiceAsync();

        (await Store.DecideAsync(new DecisionSubject(service, null), _ => Error.Invalid("x", "y"), CancellationToken.None)).Error!.Kind.ShouldBe(ErrorKind.Invalid);
        await Should.ThrowAsync<InvalidOperationException>(() => Store.DecideAsync(
            new DecisionSubject(service, null), _ => Change(ServiceId.Of("not registered"), Slo(1, new SloTargets(0.99)), null), CancellationToken.None));

        (await Store.FindAsync(service, CancellationToken.None))!.Slo.ShouldBeNull();
        (await Store.DecideAsync(new DecisionSubject(ServiceId.Of("not registered"), null), _ => throw new NotSupportedException(), CancellationToken.None))
            .Error!.Code.ShouldBe("service-not-found");
    }

    [Fact]
    public async Task A_set_is_found_by_its_own_id_and_by_those_of_its_parts_but_only_for_its_service()
    {
        var (service, other) = (await NewServiceAsync(), await NewServiceAsync());
        var set = await sets.StoreAsync(service.Value, Now);

        foreach (var id in (Guid[])[set.RecommendationId, .. set.Recommendations.Select(i => i.Id)])
        {
            var found = (await SituationAsync(service, id)).Recommendation.ShouldNotBeNull();
            found.Document.Recommendations.Select(i => i.Id).ShouldBe(set.Recommendations.Select(i => i.Id));
            (found.Status, found.ExpiresAt, found.SuccessorId).ShouldBe((RecommendationStatus.Active, set.ExpiresAt, null));
            found.ItemStatuses.Values.ShouldAllBe(s => s == RecommendationStatus.Active);
            (await SituationAsync(other, id)).Recommendation.ShouldBeNull();
        }

        var next = await sets.StoreAsync(service.Value, Now.AddMinutes(1));
        var old = (await SituationAsync(service, set.RecommendationId)).Recommendation!;
        (old.Status, old.SuccessorId).ShouldBe((RecommendationStatus.Superseded, next.RecommendationId));
    }

    [Theory]
    [InlineData(RecommendationStatus.Accepted, RecommendationStatus.Rejected, "accepted: accepted, rejected")]
    [InlineData(RecommendationStatus.Rejected, RecommendationStatus.Accepted, "accepted: rejected, accepted")]
    [InlineData(RecommendationStatus.Rejected, RecommendationStatus.Rejected, "rejected: rejected, rejected")]
    public async Task A_set_is_closed_with_the_last_of_its_parts(RecommendationStatus first, RecommendationStatus second, string all)
    {
        var service = await NewServiceAsync();
        var set = await sets.StoreAsync(service.Value, Now);

        await DecideAsync(service, null, new DecidedRecommendation(set.RecommendationId, [set.Recommendations[0].Id], first));
        (await sets.StatusAsync(set.RecommendationId)).ShouldStartWith("active: ");
        await DecideAsync(service, null, new DecidedRecommendation(set.RecommendationId, [set.Recommendations[1].Id], second));

        (await sets.StatusAsync(set.RecommendationId)).ShouldBe(all);
    }

    [Fact]
    public async Task A_key_is_forgotten_after_a_day()
    {
        var service = await NewServiceAsync();
        var key = new IdempotencyKey("user:ann", Guid.NewGuid().ToString(), new byte[32]);
        var other = key with { RequestHash = [.. Enumerable.Repeat((byte)1, 32)] };
        var first = await DecideAsync(service, Slo(1, new SloTargets(0.99)), null, key);

        clock.Advance(LifecycleLimits.RepeatMemory - TimeSpan.FromSeconds(1));
        (await DecideAsync(service, Slo(2, new SloTargets(0.98)), null, key)).Value!.AuditId.ShouldBe(first.Value!.AuditId);
        (await DecideAsync(service, Slo(2, new SloTargets(0.98)), null, other)).Error!.Code.ShouldBe("idempotency-key-reused");
        clock.Advance(TimeSpan.FromSeconds(1));

        (await DecideAsync(service, Slo(2, new SloTargets(0.98)), null, other)).Error.ShouldBeNull();
        (await Store.FindAsync(service, CancellationToken.None))!.Slo!.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_services_that_use_one_key_at_once_one_is_changed()
    {
        ServiceId[] services = [await NewServiceAsync(), await NewServiceAsync()];
        var key = new IdempotencyKey("user:ann", Guid.NewGuid().ToString(), new byte[32]);

        var results = await Task.WhenAll(services.Select((s, i) => DecideAsync(s, Slo(1, new SloTargets(0.99)), null, key with { RequestHash = [.. Enumerable.Repeat((byte)i, 32)] })));

        results.Count(r => r.Error is null).ShouldBe(1);
        results.Count(r => r.Error is { Code: "idempotency-key-reused" }).ShouldBe(1);
        var slos = await Task.WhenAll(services.Select(s => Store.FindAsync(s, CancellationToken.None)));
        slos.Count(s => s!.Slo is not null).ShouldBe(1);
    }

    [Fact]
    public async Task Sets_that_expired_are_closed_once_with_an_entry_each()
    {
        ServiceId[] services = [await NewServiceAsync(), await NewServiceAsync(), await NewServiceAsync()];
        var expired = new List<Guid>();
        foreach (var service in services) expired.Add((await sets.StoreAsync(service.Value, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero))).RecommendationId);
        var fresh = await sets.StoreAsync((await NewServiceAsync()).Value, Now);
        var expiry = new PostgresRecommendationExpiry(new PostgresDatabase(database.Application), new Identifiers.RandomIdSource(TimeProvider.System));
        var late = new DateTimeOffset(2020, 1, 2, 0, 0, 0, TimeSpan.Zero);

        (await expiry.ExpireAsync(late.AddTicks(-10), 2, "system:expiry", CancellationToken.None)).ShouldBe(0);
        (await expiry.ExpireAsync(late, 2, "system:expiry", CancellationToken.None)).ShouldBe(2);
        (await expiry.ExpireAsync(late, 2, "system:expiry", CancellationToken.None)).ShouldBe(1);
        (await expiry.ExpireAsync(late, 2, "system:expiry", CancellationToken.None)).ShouldBe(0);

        foreach (var set in expired) (await sets.StatusAsync(set)).ShouldBe("expired: expired, expired");
        (await sets.StatusAsync(fresh.RecommendationId)).ShouldBe("active: active, active");
        await using var connection = await database.OpenAsync("superuser");
        (await connection.ScalarAsync<long>("SELECT count(*) FROM slo.slo_audit_log WHERE action = 'expire' AND actor = 'system:expiry' AND new_slo IS NULL")).ShouldBe(3);
    }

    private async Task<ServiceId> NewServiceAsync()
    {
        string service = $"slo-store-{Guid.NewGuid()}";
        await sets.RegisterAsync(service);
        return ServiceId.Of(service);
    }

    private static ActiveSlo Slo(long version, SloTargets targets) => new(Guid.NewGuid(), version, targets, SloSource.Manual, null, null, null, Now, "ann");

    private Task<Result<SloDecisionDocument>> DecideAsync(ServiceId service, ActiveSlo? slo, DecidedRecommendation? decided = null, IdempotencyKey? key = null) =>
        Store.DecideAsync(new DecisionSubject(service, null, key), _ => Change(service, slo, decided), CancellationToken.None);

    private async Task<SloSituation> SituationAsync(ServiceId service, Guid id)
    {
        SloSituation? seen = null;
        await Store.DecideAsync(
            new DecisionSubject(service, id),
            situation =>
            {
                seen = situation;
                return Error.Invalid("nothing", "Nothing is to be changed.");
            },
            CancellationToken.None);
        return seen!;
    }

    private static SloChange Change(ServiceId service, ActiveSlo? slo, DecidedRecommendation? decided)
    {
        var id = Guid.NewGuid();
        return new SloChange(
            new SloDecisionDocument(slo?.Id, service.Value, "active", slo?.Version, null, null, null, null, null, [], null, null, null, id),
            slo,
            new AuditEntry(id, service, AuditAction.Manual, "ann", null, decided?.SetId, null, null, null, null, null, null, Now),
            decided);
    }
}
