using System.Text;
using SloFunctions.Application.Prediction;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Infrastructure.Postgres.Prediction;
using SloFunctions.Infrastructure.Postgres.Recommendations;
using SloFunctions.Infrastructure.Postgres.Reliability;
using SloFunctions.Infrastructure.Postgres.Telemetry;

namespace SloFunctions.Infrastructure.Tests.Postgres.Recommendations;

[Collection(PostgresTests.Name)]
public sealed class EvidenceStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PostgresDatabase postgres = new(database.Application);

    [Fact]
    public async Task A_prior_is_read_back_as_it_was_and_the_latest_counts()
    {
        var store = new PostgresFleetPriorStore(postgres);
        var other = new PostgresFleetPriorStore(postgres);
        for (int i = 0; i < 15; i++) await store.SaveAsync(Prior(i), CancellationToken.None);

        var latest = (await other.ReadLatestAsync(CancellationToken.None)).ShouldNotBeNull();

        FleetPriorContent.Of(latest.Prior).ToBytes().ShouldBe(FleetPriorContent.Of(Prior(14).Prior).ToBytes());
        latest.FittedAt.ShouldBe(Start.AddDays(14));
        (await other.ReadLatestAsync(CancellationToken.None)).ShouldBeSameAs(latest);
        await using var connection = await database.OpenAsync("superuser");
        (await connection.ScalarAsync<long>("SELECT count(*) FROM slo.fleet_priors")).ShouldBe(10);
    }

    [Fact]
    public async Task The_same_fleet_evidence_is_kept_once_and_read_back()
    {
        var store = new PostgresFleetEvidenceStore(postgres);
        var evidence = Evidence(7);
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        (await store.SaveAsync(first, FleetEvidenceContent.Of(evidence), CancellationToken.None)).ShouldBe(first);
        (await store.SaveAsync(second, FleetEvidenceContent.Of(Evidence(7)), CancellationToken.None)).ShouldBe(first);
        (await store.SaveAsync(second, FleetEvidenceContent.Of(Evidence(8)), CancellationToken.None)).ShouldBe(second);

        var read = FleetEvidenceContent.Read((await store.FindAsync(first, CancellationToken.None))!);
        read.Window.ShouldBe(evidence.Window);
        read.Counts.ShouldBe(evidence.Counts);
        read.Targets.ShouldBe(evidence.Targets);
        (await store.FindAsync(Guid.NewGuid(), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Evidence_goes_when_it_is_old_and_nothing_refers_to_it()
    {
        var store = new PostgresFleetEvidenceStore(postgres);
        var (used, unused) = (Guid.NewGuid(), Guid.NewGuid());
        await store.SaveAsync(used, FleetEvidenceContent.Of(Evidence(100)), CancellationToken.None);
        await store.SaveAsync(unused, FleetEvidenceContent.Of(Evidence(101)), CancellationToken.None);
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync($"""
            INSERT INTO slo.services (service_id) VALUES ('evident');
            INSERT INTO slo.recommendation_sets (service_id, lookback_days, method, document, expires_at, fleet_evidence_id)
            SELECT id, 30, 'predictive', 'x', now() + interval '1 day', '{used}' FROM slo.services WHERE service_id = 'evident'
            """);
        var retention = new PostgresRetention(postgres);

        await retention.PurgeFleetEvidenceAsync(DateTimeOffset.UtcNow.AddHours(-1), CancellationToken.None);
        (await store.FindAsync(unused, CancellationToken.None)).ShouldNotBeNull();
        await retention.PurgeFleetEvidenceAsync(DateTimeOffset.UtcNow.AddHours(1), CancellationToken.None);

        (await store.FindAsync(unused, CancellationToken.None)).ShouldBeNull();
        (await store.FindAsync(used, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_profile_tells_the_kind_of_service_and_since_when_it_is_measured()
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync("""
            SELECT slo.ensure_partitions('2026-01-01Z', '2026-03-31Z');
            INSERT INTO slo.services (service_id, metadata, service_type) VALUES
              ('front', '{"archetype": "gateway"}', 'internal'), ('bank', '{}', 'external'), ('odd', '{"archetype": 7}', 'internal'), ('plain', '{}', 'internal');
            INSERT INTO slo.sli_hourly_counts (service_id, hour, good, total)
            SELECT id, h, 1, 1 FROM slo.services, (VALUES (timestamptz '2026-02-03 04:00Z'), ('2026-03-01 00:00Z')) v (h) WHERE service_id = 'front'
            """);
        var profiles = new PostgresServiceProfiles(postgres);

        (await profiles.ReadAsync(ServiceId.Of("front"), CancellationToken.None)).ShouldBe(new(Archetype.Gateway, new DateTimeOffset(2026, 2, 3, 4, 0, 0, TimeSpan.Zero)));
        (await profiles.ReadAsync(ServiceId.Of("bank"), CancellationToken.None)).ShouldBe(new(Archetype.External, null));
        (await profiles.ReadAsync(ServiceId.Of("odd"), CancellationToken.None)).ShouldBe(new(Archetype.Backend, null));
        (await profiles.ReadAsync(ServiceId.Of("plain"), CancellationToken.None)).ShouldBe(new(Archetype.Backend, null));
        (await profiles.ReadAsync(ServiceId.Of("nobody"), CancellationToken.None)).ShouldBe(new(Archetype.Backend, null));
    }

    [Fact]
    public async Task The_landscape_version_changes_with_whatever_the_landscape_rests_on()
    {
        var reader = new PostgresLandscapeVersionReader(postgres);
        await using var connection = await database.OpenAsync("superuser");
        var seen = new List<LandscapeVersion> { await reader.ReadAsync(CancellationToken.None) };
        string[] changes =
        [
            "UPDATE slo.aggregation_progress SET through = '2027-01-01Z'",
            "INSERT INTO slo.services (service_id) VALUES ('versioned')",
            "INSERT INTO slo.fleet_priors (fitted_at, content) VALUES ('2027-01-01Z', '{}')",
            "INSERT INTO slo.active_slos (service_id, availability_target, source, activated_at, activated_by) SELECT id, 99, 'manual', now(), 'ann' FROM slo.services WHERE service_id = 'versioned'",
            "UPDATE slo.active_slos SET availability_target = 98, updated_at = now() + interval '1 second'",
        ];
        foreach (string change in changes)
        {
            await connection.ExecuteAsync(change);
            seen.Add(await reader.ReadAsync(CancellationToken.None));
        }

        seen.ShouldBeUnique();
        (await reader.ReadAsync(CancellationToken.None)).ShouldBe(seen[^1]);
        await connection.ExecuteAsync("DELETE FROM slo.fleet_priors WHERE fitted_at = '2027-01-01Z'");
    }

    [Fact]
    public async Task A_stored_set_is_found_with_its_evidence_by_its_own_service_only()
    {
        var instance = new Instance(database, new SloFunctions.Testing.FakeClock(Published.GeneratedAt));
        var id = await instance.SaveAsync("replayed");
        var store = new PostgresReplayStore(postgres);

        var found = (await store.FindAsync(ServiceId.Of("replayed"), id, CancellationToken.None)).ShouldNotBeNull();

        Encoding.UTF8.GetString(found.Document.Span).ShouldBe("{}");
        found.Evidence.ShouldBe([]);
        (await store.FindAsync(ServiceId.Of("other"), id, CancellationToken.None)).ShouldBeNull();
        (await store.FindAsync(ServiceId.Of("replayed"), Guid.NewGuid(), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task An_earlier_graph_is_read_by_its_snapshot()
    {
        var instance = new Instance(database, new SloFunctions.Testing.FakeClock(Published.GeneratedAt));
        await instance.SaveAsync("snapped");
        var current = await new PostgresGraphStore(postgres, new SnapshotCache()).ReadCurrentAsync(CancellationToken.None);
        var reader = new PostgresSnapshotReader(postgres);

        var graph = (await reader.FindAsync(current.SnapshotId!.Value, CancellationToken.None)).ShouldNotBeNull();

        graph.Services.ShouldBe(current.Graph.Services);
        (await reader.FindAsync(Guid.NewGuid(), CancellationToken.None)).ShouldBeNull();
    }

    private static StoredFleetPrior Prior(int day) =>
        new(Start.AddDays(day), new FleetPriorFit(new FleetArchetype { RatePerDay = 0.01 * (day + 1) }).ToPrior());

    private static FleetEvidence Evidence(int good) => new(
        new TimeWindow(Start, Start.AddDays(28)),
        new Dictionary<ServiceId, SliCounts> { [ServiceId.Of("a")] = new(good, 1_000_000_007), [ServiceId.Of("b")] = new(0, 1) },
        new Dictionary<ServiceId, double> { [ServiceId.Of("a")] = 0.999 },
        Prior(3).Prior);
}
