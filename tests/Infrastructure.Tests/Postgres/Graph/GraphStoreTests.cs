using System.Text.Json;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Testing;
using static SloFunctions.Infrastructure.Tests.Postgres.Graph.Submissions;

namespace SloFunctions.Infrastructure.Tests.Postgres.Graph;

[Collection(PostgresTests.Name)]
public sealed class GraphStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly PostgresGraphStore store = new(new PostgresDatabase(database.Application), new SnapshotCache());

    [Fact]
    public async Task The_present_graph_is_what_all_sources_say_together()
    {
        await StoreAsync(From(DiscoverySource.Kubernetes, Edge("k-a", "k-b", DependencyCriticality.Soft) with { RedundancyGroup = "g" }, Edge("k-a", "k-c")));
        await StoreAsync(From(DiscoverySource.ServiceMesh, Unsaid("k-a", "k-b"), Edge("k-b", "k-c", mode: CommunicationMode.Async)));
        await StoreAsync(Manual(Edge("k-c", "k-d", DependencyCriticality.Degraded)));
        await StoreAsync(Nodes(Node("k-d") with { Type = ServiceType.External, PublishedSla = 99.95 }));

        var current = await store.ReadCurrentAsync(CancellationToken.None);

        var graph = current.Graph;
        string[] lines =
        [
            .. graph.Dependencies
                .Select(d => $"{graph.Services[d.Source].Id} {graph.Services[d.Target].Id} {Term<CommunicationMode>.Name(d.Mode)} {Term<DependencyCriticality>.Name(d.Criticality)} {d.RedundancyGroup ?? "-"}")
                .Where(line => line.StartsWith("k-", StringComparison.Ordinal)),
        ];
        lines.ShouldBe(["k-a k-b sync soft g", "k-a k-c sync hard -", "k-b k-c async hard -", "k-c k-d sync degraded -"]);
        graph.Services[graph.PlaceOf(ServiceId.Of("k-d")).ShouldNotBeNull()].ShouldBe(new GraphService(ServiceId.Of("k-d"), ServiceType.External, 99.95));
    }

    [Fact]
    public async Task A_graph_that_comes_back_finds_its_snapshot()
    {
        var first = await StoreAsync(Manual(Edge("back-a", "back-b")));
        var second = await StoreAsync(Manual(Edge("back-a", "back-b", DependencyCriticality.Soft)));
        var third = await StoreAsync(Manual(Edge("back-a", "back-b")));

        second.GraphSnapshotId.ShouldNotBe(first.GraphSnapshotId);
        (third.GraphSnapshotId, third.GraphChanged).ShouldBe((first.GraphSnapshotId, true));
        (await store.ReadCurrentAsync(CancellationToken.None)).SnapshotId.ShouldBe(first.GraphSnapshotId);
    }

    [Fact]
    public async Task Another_instance_sees_a_change_at_once()
    {
        var other = new PostgresGraphStore(new PostgresDatabase(database.Application), new SnapshotCache());
        await StoreAsync(Manual(Edge("seen-a", "seen-b")));
        (await other.ReadCurrentAsync(CancellationToken.None)).Graph.PlaceOf(ServiceId.Of("seen-c")).ShouldBeNull();

        await StoreAsync(Manual(Edge("seen-a", "seen-c")));

        (await other.ReadCurrentAsync(CancellationToken.None)).Graph.PlaceOf(ServiceId.Of("seen-c")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_receipt_is_kept_and_a_later_delivery_changes_nothing()
    {
        var ingest = Into(store);
        var first = await ingest.StoreAsync(Manual(Edge("twice-a", "twice-b")), "shop\nevent-1", CancellationToken.None);
        await StoreAsync(Manual(Edge("twice-a", "twice-b", DependencyCriticality.Soft)));

        var again = await ingest.StoreAsync(Manual(Edge("twice-a", "twice-b")), "shop\nevent-1", CancellationToken.None);

        again.IngestionId.ShouldBe(first.IngestionId);
        (await LinesAsync("SELECT d.criticality FROM slo.service_dependencies d JOIN slo.services s ON s.id = source_service_id WHERE service_id = 'twice-a'")).ShouldBe(["soft"]);
        string json = (await store.FindReceiptAsync(first.IngestionId, CancellationToken.None)).ShouldNotBeNull();
        json.ShouldBe(JsonSerializer.Serialize(first, PublishedJson.Options));
        (await store.FindReceiptAsync(Guid.Empty, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Deliveries_at_once_of_one_event_are_stored_once()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            Into(store).StoreAsync(Manual(Edge("race-a", $"race-{i}")), "one event", CancellationToken.None)));

        receipts.Select(r => r.IngestionId).Distinct().Count().ShouldBe(1);
        (await LinesAsync("SELECT service_id FROM slo.services WHERE service_id LIKE 'race-%'")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_not_seen_for_the_window_no_longer_counts_until_it_is_seen_again()
    {
        var clock = new FakeClock(Noon.AddDays(7));
        var aging = new AgeGraph(store, new GraphPolicy(), clock);
        await StoreAsync(Manual(Edge("age-a", "age-b")) with { ObservedAt = Noon });
        await StoreAsync(Manual(Edge("age-a", "age-c")) with { ObservedAt = Noon.AddHours(1) });
        (await aging.HandleAsync(CancellationToken.None)).ShouldBe(0);

        clock.Advance(TimeSpan.FromMinutes(1));
        (await aging.HandleAsync(CancellationToken.None)).ShouldBeGreaterThan(0);
        (await TargetsAsync("age-a")).ShouldBe(["age-c"]);
        (await LinesAsync("SELECT t.service_id FROM slo.service_dependencies d JOIN slo.services s ON s.id = source_service_id JOIN slo.services t ON t.id = target_service_id "
            + "WHERE s.service_id = 'age-a' AND is_stale")).ShouldBe(["age-b"]);

        await StoreAsync(Manual(Edge("age-a", "age-b")) with { ObservedAt = Noon.AddDays(7) });
        (await TargetsAsync("age-a")).ShouldBe(["age-b", "age-c"]);
    }

    [Fact]
    public async Task Old_snapshots_that_are_not_present_go()
    {
        var old = await StoreAsync(Manual(Edge("purge-a", "purge-b")));
        var present = await StoreAsync(Manual(Edge("purge-a", "purge-c")));

        await new AgeGraph(store, new GraphPolicy(), new FakeClock(TimeProvider.System.GetUtcNow().AddDays(91))).HandleAsync(CancellationToken.None);

        // Everything in the graph has become stale, so that yet another graph is present now.
        (await store.ReadCurrentAsync(CancellationToken.None)).SnapshotId.ShouldNotBe(present.GraphSnapshotId);
        (await LinesAsync($"SELECT id::text FROM slo.graph_snapshots WHERE id IN ('{old.GraphSnapshotId}', '{present.GraphSnapshotId}')")).ShouldBeEmpty();
        (await LinesAsync("SELECT count(*)::text FROM slo.graph_snapshots s JOIN slo.current_graph c ON c.snapshot_id = s.id")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_group_of_alternatives_and_counted_calls_are_stored()
    {
        await StoreAsync(From(
            DiscoverySource.ServiceMesh,
            Edge("group-a", "group-b") with { RedundancyGroup = "either", CallCount = 999 },
            Edge("group-a", "group-c") with { RedundancyGroup = "either", CallCount = 1 }));

        (await LinesAsync("SELECT concat_ws(' ', redundancy_group, call_count, round(confidence_score::numeric, 4)) FROM slo.service_dependencies d "
            + "JOIN slo.services s ON s.id = source_service_id WHERE service_id = 'group-a' ORDER BY call_count")).ShouldBe(["either 1 0.8075", "either 999 0.9497"]);
    }

    private Task<IngestionReceipt> StoreAsync(GraphUpdate update) => Into(store).StoreAsync(update, CancellationToken.None);

    private static DependencyEdge Unsaid(string source, string target) => new(ServiceId.Of(source), ServiceId.Of(target), null, null, null, null, null);

    private async Task<IReadOnlyList<string>> TargetsAsync(string source)
    {
        var graph = (await store.ReadCurrentAsync(CancellationToken.None)).Graph;
        return [.. graph.Dependencies.Where(d => graph.Services[d.Source].Id.Value == source).Select(d => graph.Services[d.Target].Id.Value)];
    }

    private async Task<IReadOnlyList<string>> LinesAsync(string sql)
    {
        await using var connection = await database.OpenAsync("superuser");
        return await connection.LinesAsync(sql);
    }
}
