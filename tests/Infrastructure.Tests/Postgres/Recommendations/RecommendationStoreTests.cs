using System.Text;
using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Infrastructure.Postgres.Recommendations;
using static SloFunctions.Infrastructure.Tests.Postgres.Graph.Submissions;

namespace SloFunctions.Infrastructure.Tests.Postgres.Recommendations;

[Collection(PostgresTests.Name)]
public sealed class RecommendationStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    // Not as the serialiser would write it, to see that nothing rewrites it.
    private const string Json = "{ \"b\" : 1,\n \"a\":\"\\u00e9 é 日本 🛒\", \"n\": 1.10, \"b2\":[ ] }\n";

    private readonly PostgresRecommendationStore store = new(new PostgresDatabase(database.Application));
    private readonly IngestGraph graph = Into(database);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        // Every graph submission concerns the recommendations of all services.
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync("UPDATE slo.recommendation_sets SET status = 'superseded' WHERE status = 'active'");
    }

    [Fact]
    public async Task An_unknown_service_is_not_registered() => (await FindAsync("nobody")).ShouldBe(new RecommendationLookup(false, null));

    [Fact]
    public async Task A_known_service_may_have_none()
    {
        await graph.StoreAsync(Nodes(Node("none")), CancellationToken.None);

        (await FindAsync("none")).ShouldBe(new RecommendationLookup(true, null));
    }

    [Fact]
    public async Task What_was_published_comes_back_byte_for_byte()
    {
        var document = Published.For("bytes");
        await SaveAsync(document, Json);

        var stored = (await FindAsync("bytes")).Stored.ShouldNotBeNull();
        Text(stored).ShouldBe(Json);
        (stored.Id, stored.GeneratedAt, stored.ExpiresAt).ShouldBe((document.RecommendationId, Published.GeneratedAt, Published.ExpiresAt));
        (await FindAsync("bytes", lookbackDays: 60)).Stored.ShouldBeNull();
    }

    [Fact]
    public async Task An_expired_set_still_says_when_it_expired()
    {
        var old = Published.For("old") with { GeneratedAt = Published.GeneratedAt.AddYears(-1), ExpiresAt = Published.ExpiresAt.AddYears(-1) };

        await SaveAsync(old, Json);

        (await FindAsync("old")).Stored.ShouldNotBeNull().ExpiresAt.ShouldBe(old.ExpiresAt);
    }

    [Fact]
    public async Task A_new_set_supersedes_the_one_before_and_its_items()
    {
        var (first, second, other) = (Published.For("twice"), Published.For("twice"), Published.For("twice"));
        await SaveAsync(first, "1");
        await SaveAsync(other, "2", lookbackDays: 60);

        await SaveAsync(second, "3");

        Text((await FindAsync("twice")).Stored.ShouldNotBeNull()).ShouldBe("3");
        Text((await FindAsync("twice", lookbackDays: 60)).Stored.ShouldNotBeNull()).ShouldBe("2");
        (await StatesAsync(first)).ShouldBe(["superseded availability superseded", "superseded latency superseded"]);
        (await StatesAsync(second)).ShouldBe(["active availability active", "active latency active"]);
    }

    [Fact]
    public async Task Of_two_who_save_at_once_one_is_active()
    {
        await graph.StoreAsync(Nodes(Node("race")), CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => store.SaveAsync(Published.For("race"), Encoding.UTF8.GetBytes($"{i}"), [1, 2], 30, CancellationToken.None)));

        await using var connection = await database.OpenAsync("superuser");
        (await connection.LinesAsync(
            "SELECT r.status || ' ' || count(*) FROM slo.recommendation_sets r JOIN slo.services s ON s.id = r.service_id WHERE s.service_id = 'race' GROUP BY r.status ORDER BY 1"))
            .ShouldBe(["active 1", "superseded 9"]);
    }

    [Fact]
    public async Task Items_hold_what_is_published_of_them()
    {
        var snapshot = (await graph.StoreAsync(Nodes(Node("items")), CancellationToken.None)).GraphSnapshotId.ShouldNotBeNull();
        var document = Published.For("items") with { DependencyGraphSnapshotId = snapshot };
        await SaveAsync(document, JsonSerializer.Serialize(document, PublishedJson.Options));
        var published = JsonSerializer.SerializeToElement(document, PublishedJson.Options);

        await using var connection = await database.OpenAsync("slo_app");
        await using var command = new NpgsqlCommand(
            "SELECT id, sli_type::text, tiers::text, explanation::text, data_quality::text, lookback_window_start, lookback_window_end, generated_at, expires_at, "
            + "dependency_graph_snapshot_id FROM slo_recommendations WHERE recommendation_id = $1 ORDER BY sli_type",
            connection);
        command.Parameters.Add(new NpgsqlParameter { Value = document.RecommendationId });
        await using var row = await command.ExecuteReaderAsync();
        foreach (var item in published.GetProperty("recommendations").EnumerateArray())
        {
            (await row.ReadAsync()).ShouldBeTrue();
            row.GetGuid(0).ShouldBe(item.GetProperty("id").GetGuid());
            row.GetString(1).ShouldBe(item.GetProperty("sli_type").GetString());
            Same(row.GetString(2), item.GetProperty("tiers"));
            Same(row.GetString(3), item.GetProperty("explanation"));
            Same(row.GetString(4), published.GetProperty("data_quality"));
            Enumerable.Range(5, 4).Select(row.GetFieldValue<DateTimeOffset>)
                .ShouldBe([document.LookbackWindow.Start, document.LookbackWindow.End, document.GeneratedAt, document.ExpiresAt]);
            row.GetGuid(9).ShouldBe(snapshot);
        }

        (await row.ReadAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_set_without_items_is_kept()
    {
        await SaveAsync(Published.For("empty") with { Recommendations = [] }, Json);

        (await FindAsync("empty")).Stored.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_set_that_cannot_be_stored_leaves_the_one_before_active()
    {
        await SaveAsync(Published.For("kept"), "kept");

        await Should.ThrowAsync<PostgresException>(() => SaveAsync(Published.For("kept") with { ExpiresAt = Published.GeneratedAt }, "refused"));

        Text((await FindAsync("kept")).Stored.ShouldNotBeNull()).ShouldBe("kept");
    }

    [Fact]
    public async Task Another_structure_below_a_service_makes_its_recommendations_stale_and_an_observation_does_not()
    {
        await graph.StoreAsync(From(DiscoverySource.ServiceMesh, Edge("stale", "sa"), Edge("sa", "sb")), CancellationToken.None);

        (await IsStaleAfterAsync(Nodes(Node("sa", """{"x": 1}""", team: "t")))).ShouldBeFalse("Metadata is no structure.");
        (await IsStaleAfterAsync(Mesh(1, Edge("sa", "sb")))).ShouldBeFalse("The same was only seen again.");
        (await IsStaleAfterAsync(Mesh(1, Edge("sa", "sb", timeout: 100)))).ShouldBeFalse("A timeout is no structure.");
        (await IsStaleAfterAsync(Mesh(0, Edge("sa", "sb", DependencyCriticality.Soft)))).ShouldBeFalse("It came late and changes nothing.");
        (await IsStaleAfterAsync(From(DiscoverySource.Kubernetes, Edge("sa", "sb", DependencyCriticality.Soft)))).ShouldBeFalse("The mesh is trusted more.");
        (await IsStaleAfterAsync(Manual(Edge("sx", "sa")))).ShouldBeFalse("It does not depend on who calls the same service.");
        (await IsStaleAfterAsync(Manual(Edge("sa", "sb")))).ShouldBeFalse("A more trusted source says the same.");

        (await IsStaleAfterAsync(Manual(Edge("sa", "sb", DependencyCriticality.Soft)))).ShouldBeTrue("A more trusted source says otherwise.");
        (await IsStaleAfterAsync(Manual(Edge("sa", "sb", DependencyCriticality.Soft, CommunicationMode.Async)))).ShouldBeTrue("The mode changed.");
        (await IsStaleAfterAsync(Manual(Edge("sa", "sc")))).ShouldBeTrue("A dependency is new.");
    }

    [Fact]
    public async Task A_set_names_the_state_of_the_graph_that_counted()
    {
        var snapshot = (await graph.StoreAsync(Manual(Edge("named", "na")), CancellationToken.None)).GraphSnapshotId.ShouldNotBeNull();
        var document = Published.For("named") with { DependencyGraphSnapshotId = snapshot };

        await store.SaveAsync(document, Encoding.UTF8.GetBytes(Json), [1, 2], 30, CancellationToken.None);

        await using var connection = await database.OpenAsync("superuser");
        (await connection.LinesAsync($"SELECT dependency_graph_snapshot_id::text FROM slo.recommendation_sets WHERE id = '{document.RecommendationId}'"))
            .ShouldBe([snapshot.ToString()]);
    }

    [Fact]
    public async Task A_set_that_rests_on_an_earlier_graph_is_stale_from_the_start()
    {
        var before = (await graph.StoreAsync(Manual(Edge("late", "la")), CancellationToken.None)).GraphSnapshotId;
        await graph.StoreAsync(Manual(Edge("late", "lb")), CancellationToken.None);

        await store.SaveAsync(Published.For("late") with { DependencyGraphSnapshotId = before }, Encoding.UTF8.GetBytes(Json), [1, 2], 30, CancellationToken.None);

        (await FindAsync("late")).Stored.ShouldNotBeNull().ExpiresAt.ShouldBe(Published.GeneratedAt);
    }

    // Whoever comes first, the set ends up stale: it was computed before the graph changed.
    [Fact]
    public async Task A_set_that_is_stored_while_the_graph_changes_is_stale()
    {
        for (int i = 0; i < 10; i++)
        {
            var before = (await graph.StoreAsync(Manual(Edge("meanwhile", "ma")), CancellationToken.None)).GraphSnapshotId;
            var document = Published.For("meanwhile") with { DependencyGraphSnapshotId = before };

            await Task.WhenAll(
                store.SaveAsync(document, Encoding.UTF8.GetBytes(Json), [1, 2], 30, CancellationToken.None), graph.StoreAsync(Manual(Edge("meanwhile", $"m{i}")), CancellationToken.None));

            (await FindAsync("meanwhile")).Stored.ShouldNotBeNull().ExpiresAt.ShouldBe(Published.GeneratedAt);
        }
    }

    private static GraphUpdate Mesh(int minutes, DependencyEdge edge) => From(DiscoverySource.ServiceMesh, edge) with { ObservedAt = Noon.AddMinutes(minutes) };

    private async Task<bool> IsStaleAfterAsync(GraphUpdate update)
    {
        await SaveAsync(Published.For("stale"), Json);
        await graph.StoreAsync(update, CancellationToken.None);
        var expiry = (await FindAsync("stale")).Stored.ShouldNotBeNull().ExpiresAt;
        expiry.ShouldBeOneOf(Published.GeneratedAt, Published.ExpiresAt);
        return expiry == Published.GeneratedAt;
    }

    private static string Text(StoredRecommendations stored) => Encoding.UTF8.GetString(stored.Answer.Json.Span);

    private static void Same(string stored, JsonElement published)
    {
        using var document = JsonDocument.Parse(stored);
        JsonElement.DeepEquals(document.RootElement, published).ShouldBeTrue(stored);
    }

    private async Task<IReadOnlyList<string>> StatesAsync(RecommendationDocument document)
    {
        await using var connection = await database.OpenAsync("superuser");
        return await connection.LinesAsync(
            "SELECT concat_ws(' ', r.status, i.sli_type, i.status) FROM slo.recommendation_sets r JOIN slo.slo_recommendations i ON i.recommendation_id = r.id "
            + $"WHERE r.id = '{document.RecommendationId}' ORDER BY 1");
    }

    private async Task SaveAsync(RecommendationDocument document, string json, int lookbackDays = 30)
    {
        var receipt = await graph.StoreAsync(Nodes(Node(document.ServiceId)), CancellationToken.None);
        await store.SaveAsync(document with { DependencyGraphSnapshotId = receipt.GraphSnapshotId }, Encoding.UTF8.GetBytes(json), [1, 2], lookbackDays, CancellationToken.None);
    }

    private Task<RecommendationLookup> FindAsync(string service, int lookbackDays = 30) =>
        store.FindAsync(new RecommendationKey(ServiceId.Of(service), lookbackDays, RecommendationMethod.HistoricalPercentile), CancellationToken.None);
}
