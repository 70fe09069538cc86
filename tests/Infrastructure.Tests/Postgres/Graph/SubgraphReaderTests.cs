using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using static SloFunctions.Infrastructure.Tests.Postgres.Graph.Submissions;

namespace SloFunctions.Infrastructure.Tests.Postgres.Graph;

[Collection(PostgresTests.Name)]
public sealed class SubgraphReaderTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private readonly PostgresSubgraphReader reader = new(new PostgresDatabase(database.Application));

    /// <summary>a → b → c → d → e, x → b, b → ext → f, and a cycle p → q → r → p.</summary>
    public async Task InitializeAsync()
    {
        var writer = Into(database);
        await writer.StoreAsync(
            Manual([.. Chain("a", "b", "c", "d", "e"), Edge("x", "b"), .. Chain("b", "ext", "f"), .. Chain("p", "q", "r", "p")]), CancellationToken.None);
        await writer.StoreAsync(Nodes(Node("ext") with { Type = ServiceType.External }), CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("b", DependencyDirection.Downstream, 1, "b-c b-ext")]
    [InlineData("b", DependencyDirection.Downstream, 2, "b-c b-ext c-d ext-f")]
    [InlineData("b", DependencyDirection.Downstream, 10, "b-c b-ext c-d d-e ext-f")]
    [InlineData("c", DependencyDirection.Upstream, 1, "b-c")]
    [InlineData("c", DependencyDirection.Upstream, 2, "a-b b-c x-b")]
    [InlineData("c", DependencyDirection.Both, 1, "b-c c-d")]
    [InlineData("c", DependencyDirection.Both, 2, "a-b b-c c-d d-e x-b")]
    [InlineData("e", DependencyDirection.Downstream, 3, "")]
    [InlineData("p", DependencyDirection.Downstream, 2, "p-q q-r")]
    [InlineData("p", DependencyDirection.Downstream, 10, "p-q q-r r-p")]
    [InlineData("p", DependencyDirection.Both, 10, "p-q q-r r-p")]
    public async Task Dependencies_are_followed_as_far_as_asked(string service, DependencyDirection direction, int depth, string edges)
    {
        var subgraph = (await ReadAsync(service, direction, depth)).ShouldNotBeNull();

        Edges(subgraph).ShouldBe(edges);
        subgraph.Nodes.Select(n => n.ServiceId).ShouldBe(
            subgraph.Edges.SelectMany(e => (string[])[e.Source, e.Target]).Append(service).Distinct().Order(StringComparer.Ordinal));
        (subgraph.ServiceId, subgraph.Depth).ShouldBe((service, depth));
    }

    [Theory]
    [InlineData("b", DependencyDirection.Downstream, "b-c c-d d-e")]
    [InlineData("f", DependencyDirection.Upstream, "")]
    [InlineData("ext", DependencyDirection.Both, "a-b b-ext ext-f x-b")]
    public async Task Without_external_services_nothing_leads_over_them(string service, DependencyDirection direction, string edges) =>
        Edges((await ReadAsync(service, direction, 10, external: false)).ShouldNotBeNull()).ShouldBe(edges);

    [Fact]
    public async Task An_unknown_service_has_no_subgraph() => (await ReadAsync("nobody", DependencyDirection.Both, 3)).ShouldBeNull();

    [Fact]
    public async Task An_attribute_is_what_the_most_trusted_source_says_that_speaks_of_it_and_stale_edges_are_left_out()
    {
        var writer = Into(database);
        await writer.StoreAsync(From(DiscoverySource.ServiceMesh, Edge("s", "t", DependencyCriticality.Soft, CommunicationMode.Async, 250)), CancellationToken.None);
        await writer.StoreAsync(From(DiscoverySource.Kubernetes, Edge("s", "t") with { RedundancyGroup = "either" }, Edge("s", "u")), CancellationToken.None);
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync(
            "UPDATE slo.service_dependencies SET is_stale = true WHERE target_service_id = (SELECT id FROM slo.services WHERE service_id = 'u')");

        var edge = (await ReadAsync("s", DependencyDirection.Downstream, 1)).ShouldNotBeNull().Edges.ShouldHaveSingleItem();

        (edge.DiscoverySource, edge.ConfidenceScore, edge.LastObservedAt, edge.IsStale).ShouldBe(("service_mesh", 0.95, Noon, false));
        (edge.Attributes.CommunicationMode, edge.Attributes.Criticality, edge.Attributes.Protocol, edge.Attributes.TimeoutMs)
            .ShouldBe(("async", "soft", "grpc", 250));
        edge.Attributes.RedundancyGroup.ShouldBe("either");
        edge.Attributes.RetryConfig.ShouldNotBeNull().GetProperty("max_retries").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_dense_graph_costs_its_edges_and_not_its_paths()
    {
        // 10 layers of 20 services, each calling all of the next: 20⁹ paths, 3,600 edges.
        var edges = Enumerable.Range(0, 9).SelectMany(layer => Enumerable.Range(0, 20).SelectMany(from => Enumerable.Range(0, 20)
            .Select(to => Edge($"dense-{layer}-{from}", $"dense-{layer + 1}-{to}")))).ToArray();
        await Into(database).StoreAsync(Manual(edges), CancellationToken.None);

        var subgraph = (await ReadAsync("dense-0-0", DependencyDirection.Both, 10)).ShouldNotBeNull();

        subgraph.Edges.Count.ShouldBe(20 + (8 * 400));
        subgraph.Nodes.Count.ShouldBe(1 + (9 * 20));
    }

    private static string Edges(Subgraph subgraph) => string.Join(' ', subgraph.Edges.Select(e => $"{e.Source}-{e.Target}"));

    private Task<Subgraph?> ReadAsync(string service, DependencyDirection direction, int depth, bool external = true) =>
        reader.ReadAsync(new SubgraphQuery(ServiceId.Of(service), direction, depth, external), CancellationToken.None);
}
