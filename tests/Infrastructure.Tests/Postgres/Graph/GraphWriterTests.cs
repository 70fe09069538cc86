using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using static SloFunctions.Infrastructure.Tests.Postgres.Graph.Submissions;

namespace SloFunctions.Infrastructure.Tests.Postgres.Graph;

[Collection(PostgresTests.Name)]
public sealed class GraphWriterTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly IngestGraph writer = Into(database);

    [Fact]
    public async Task Ends_of_edges_are_placeholders_until_metadata_comes()
    {
        await WriteAsync(Manual(Edge("new-a", "new-b")));
        (await ServicesAsync("new-%")).ShouldBe(["new-a t medium - - {}", "new-b t medium - - {}"]);

        await WriteAsync(Nodes(Node("new-a", """{"team": "payments"}""", ServiceCriticality.Critical, "payments", 1), Node("new-b", metadata: null)));

        (await ServicesAsync("new-%")).ShouldBe(["""new-a f critical payments 1 {"team": "payments"}""", "new-b t medium - - {}"]);
    }

    [Fact]
    public async Task Metadata_is_merged_and_what_is_not_said_stays()
    {
        await WriteAsync(Nodes(Node("merge", """{"a": 1, "b": {"x": 1}}""", ServiceCriticality.High, "payments", 2)));
        await WriteAsync(Nodes(Node("merge", """{"b": {"y": 2}, "c": null}""")));

        (await ServicesAsync("merge")).ShouldBe(["""merge f high payments 2 {"a": 1, "b": {"y": 2}, "c": null}"""]);
    }

    [Fact]
    public async Task An_external_service_keeps_its_published_sla_until_another_is_said()
    {
        await WriteAsync(Nodes(Node("bank") with { Type = ServiceType.External, PublishedSla = 99.95 }));
        await WriteAsync(Nodes(Node("bank", """{"a": 1}""")));
        (await LinesAsync("SELECT concat_ws(' ', service_type, published_sla) FROM slo.services WHERE service_id = 'bank'")).ShouldBe(["external 99.950000"]);

        await WriteAsync(Nodes(Node("bank") with { Type = ServiceType.Internal, PublishedSla = 100 }));
        (await LinesAsync("SELECT concat_ws(' ', service_type, published_sla) FROM slo.services WHERE service_id = 'bank'")).ShouldBe(["internal 100.000000"]);
    }

    [Fact]
    public async Task The_same_submission_again_changes_no_row()
    {
        var update = new GraphUpdate(
            DiscoverySource.ServiceMesh,
            Noon,
            [Node("same-a", """{"k": [1, 2]}""", ServiceCriticality.Low, "t", 3) with { Type = ServiceType.External, PublishedSla = 99.9 }, Node("same-b")],
            [Edge("same-a", "same-b", timeout: 500), Edge("same-b", "same-c")]);
        await WriteAsync(update);
        var before = await VersionsAsync("same-%");

        await WriteAsync(update);

        (await VersionsAsync("same-%")).ShouldBe(before);
        before.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_submission_that_arrives_late_does_not_undo_a_newer_one()
    {
        await WriteAsync(Manual(Edge("late-a", "late-b", DependencyCriticality.Soft)));
        await WriteAsync(Manual(Edge("late-a", "late-b")) with { ObservedAt = Noon.AddHours(-1) });
        (await EdgesAsync("late-%")).ShouldBe(["late-a late-b manual soft sync 12:00"]);

        await WriteAsync(Manual(Edge("late-a", "late-b", DependencyCriticality.Degraded)) with { ObservedAt = new(2026, 3, 10, 15, 0, 0, TimeSpan.FromHours(2)) });

        (await EdgesAsync("late-%")).ShouldBe(["late-a late-b manual degraded sync 13:00"]);
    }

    [Fact]
    public async Task A_stale_edge_that_is_seen_again_is_fresh()
    {
        await WriteAsync(Manual(Edge("back-a", "back-b")));
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync("UPDATE slo.service_dependencies SET is_stale = true");

        await WriteAsync(Manual(Edge("back-a", "back-b")));

        (await connection.ScalarAsync<long>(
            "SELECT count(*) FROM slo.service_dependencies d JOIN slo.services s ON s.id = source_service_id WHERE service_id = 'back-a' AND NOT is_stale"))
            .ShouldBe(1);
    }

    [Fact]
    public async Task Sources_keep_their_own_view_and_the_most_trusted_one_is_effective()
    {
        await WriteAsync(From(DiscoverySource.Kubernetes, Edge("two-a", "two-b", DependencyCriticality.Hard)));
        await WriteAsync(From(DiscoverySource.OtelServiceGraph, Edge("two-a", "two-b", DependencyCriticality.Degraded)));
        (await EffectiveAsync("two-a")).ShouldBe(["otel_service_graph degraded"]);

        await WriteAsync(From(DiscoverySource.Manual, Edge("two-a", "two-b", DependencyCriticality.Soft)));
        await WriteAsync(From(DiscoverySource.ServiceMesh, Edge("two-a", "two-b", DependencyCriticality.Hard)));

        (await EffectiveAsync("two-a")).ShouldBe(["manual soft"]);
        (await EdgesAsync("two-%")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Submissions_at_once_are_all_stored()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => WriteAsync(new GraphUpdate(
            DiscoverySource.Manual,
            Noon.AddSeconds(i),
            [.. Enumerable.Range(0, 20).Select(n => Node($"many-{(n * (i + 1)) % 20:D2}", $$"""{"writer{{i}}": true}""")).DistinctBy(n => n.Id)],
            [.. Enumerable.Range(1, 19).Reverse().Select(n => Edge("many-00", $"many-{n:D2}", timeout: 70_000 + i))]))));

        await using var connection = await database.OpenAsync("superuser");
        (await connection.ScalarAsync<string>("SELECT metadata::text FROM slo.services WHERE service_id = 'many-00'"))
            .ShouldBe("{" + string.Join(", ", Enumerable.Range(0, 8).Select(i => $"\"writer{i}\": true")) + "}");
        (await connection.ScalarAsync<long>("SELECT count(*) FROM slo.service_dependencies WHERE timeout_ms = 70007")).ShouldBe(19);
    }

    [Fact]
    public async Task A_submission_waits_for_the_one_before_it()
    {
        await using var connection = await database.OpenAsync("superuser");
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended('slo.graph', 0))");
        using var cancellation = new CancellationTokenSource();

        var waiting = writer.StoreAsync(Manual(Edge("wait-a", "wait-b")), cancellation.Token);
        await UntilAsync("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event = 'advisory'", 1);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
        (await ServicesAsync("wait-%")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_submission_that_fails_stores_nothing()
    {
        var update = Manual(Edge("half-a", "half-b"), Edge("half-b", "half-c", timeout: -1));

        await Should.ThrowAsync<PostgresException>(() => WriteAsync(update));

        (await ServicesAsync("half-%")).ShouldBeEmpty();
        (await EdgesAsync("half-%")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_submission_that_is_cancelled_on_its_way_stores_nothing()
    {
        await WriteAsync(Nodes(Node("stop-b")));
        await using var connection = await database.OpenAsync("superuser");
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("SELECT FROM slo.services WHERE service_id = 'stop-b' FOR UPDATE");
        using var cancellation = new CancellationTokenSource();

        // The new service is inserted before the known one, which is locked, can be described.
        var update = writer.StoreAsync(Nodes(Node("stop-a"), Node("stop-b", """{"a": 1}""")), cancellation.Token);
        await UntilAsync("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event = 'transactionid'", 1);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(update);
        await transaction.RollbackAsync();
        (await ServicesAsync("stop-%")).ShouldBe(["stop-b f medium - - {}"]);
    }

    public static TheoryData<string> Unusual => [.. new[]
    {
        "O'Brien \"quoted\"", @"back\slash", "日本語", "emoji-🛒", "a,b{c}", "NULL", "%_", "'; DROP TABLE services; --", new string('ü', 255),
    }];

    [Theory]
    [MemberData(nameof(Unusual))]
    public async Task An_unusual_name_is_stored_as_it_is(string name)
    {
        await WriteAsync(new GraphUpdate(DiscoverySource.Manual, Noon, [Node(name, """{"name": "\"'\\é"}""", team: name)], [Edge(name, name[..1] + "x")]));

        await using var connection = await database.OpenAsync("slo_app");
        await using var command = new NpgsqlCommand("SELECT team, metadata->>'name' FROM services WHERE service_id = $1", connection) { Parameters = { new() { Value = name } } };
        await using var row = await command.ExecuteReaderAsync();
        (await row.ReadAsync()).ShouldBeTrue();
        (row.GetString(0), row.GetString(1)).ShouldBe((name, "\"'\\é"));
    }

    [Fact]
    public async Task Five_thousand_edges_are_stored_in_one_submission()
    {
        var edges = Enumerable.Range(0, 5000).Select(i => Edge($"big-{i / 50}", $"big-{100 + (i % 50)}", timeout: i)).ToArray();

        await WriteAsync(Manual(edges));
        await WriteAsync(Manual(edges) with { ObservedAt = Noon.AddMinutes(1) });

        (await EdgesAsync("big-%")).Count.ShouldBe(5000);
    }

    private Task<IngestionReceipt> WriteAsync(GraphUpdate update) => writer.StoreAsync(update, CancellationToken.None);

    private Task<IReadOnlyList<string>> ServicesAsync(string pattern) => LinesAsync(
        "SELECT concat_ws(' ', service_id, discovered, criticality, coalesce(team, '-'), coalesce(tier::text, '-'), metadata) "
        + $"FROM slo.services WHERE service_id LIKE '{pattern}' ORDER BY service_id");

    private Task<IReadOnlyList<string>> EdgesAsync(string pattern) => LinesAsync(
        "SELECT concat_ws(' ', s.service_id, t.service_id, discovery_source, d.criticality, communication_mode, to_char(last_observed_at, 'HH24:MI')) "
        + "FROM slo.service_dependencies d JOIN slo.services s ON s.id = source_service_id JOIN slo.services t ON t.id = target_service_id "
        + $"WHERE s.service_id LIKE '{pattern}' ORDER BY 1");

    private async Task<IReadOnlyList<string>> EffectiveAsync(string source)
    {
        var query = new SubgraphQuery(ServiceId.Of(source), DependencyDirection.Downstream, 1, IncludeExternal: true);
        var subgraph = await new PostgresSubgraphReader(new PostgresDatabase(database.Application)).ReadAsync(query, CancellationToken.None);
        return [.. subgraph.ShouldNotBeNull().Edges.Select(e => $"{e.DiscoverySource} {e.Attributes.Criticality}")];
    }

    private Task<IReadOnlyList<string>> VersionsAsync(string pattern) => LinesAsync(
        $"SELECT concat_ws(' ', s.xmin, s.updated_at, s.service_id) FROM slo.services s WHERE s.service_id LIKE '{pattern}' UNION ALL "
        + "SELECT concat_ws(' ', d.xmin, d.updated_at, d.id) FROM slo.service_dependencies d JOIN slo.services s ON s.id = source_service_id "
        + $"WHERE s.service_id LIKE '{pattern}' ORDER BY 1");

    private async Task<IReadOnlyList<string>> LinesAsync(string sql)
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync("SET timezone = 'UTC'");
        return await connection.LinesAsync(sql);
    }

    // Nothing announces that a session waits for a lock, so that it has to be looked for.
    private async Task UntilAsync(string count, long atLeast)
    {
        await using var connection = await database.OpenAsync("superuser");
        while (await connection.ScalarAsync<long>(count) < atLeast)
            await Task.Delay(10);
    }
}
