using System.Text.Json;
using SloFunctions.Application.Access;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Graph;

public sealed class GraphOwnershipTests
{
    private static readonly Caller Owner = Callers.User("ann", Role.ServiceOwner, "payments");

    private readonly InMemoryGraphStore graph = new();
    private readonly IngestGraph useCase;

    public GraphOwnershipTests() => useCase = new IngestGraph(graph, new CountedIds(), new FakeClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));

    [Fact]
    public async Task Owners_say_what_their_own_services_depend_on()
    {
        await SubmitAsync(Callers.Administrator, [Node("payment", "payments"), Node("bank", "partners")]);

        (await SubmitAsync(Owner, [], new EdgeBody("payment", "bank", null))).Error.ShouldBeNull();
        (await SubmitAsync(Owner, [Node("payment", null)], new EdgeBody("payment", "new-store", null))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_foreign_service_is_neither_described_nor_given_dependencies_and_nothing_is_stored()
    {
        await SubmitAsync(Callers.Administrator, [Node("payment", "payments"), Node("search", "discovery"), Node("nobodys", null)]);
        int before = graph.Updates.Count;

        (await SubmitAsync(Owner, [Node("search", "payments")])).Error.Fields().ShouldBe("nodes[0].service_id");
        (await SubmitAsync(Owner, [Node("nobodys", "payments")])).Error.Fields().ShouldBe("nodes[0].service_id");
        (await SubmitAsync(Owner, [Node("payment", "discovery")])).Error.Fields().ShouldBe("nodes[0].metadata.team");
        (await SubmitAsync(Owner, [], new EdgeBody("payment", "bank", null), new EdgeBody("search", "payment", null))).Error.Fields().ShouldBe("edges[1].source");
        (await SubmitAsync(Owner, [], new EdgeBody("unheard-of", "payment", null))).Error.Fields().ShouldBe("edges[0].source");
        (await SubmitAsync(Owner with { Role = Role.Viewer }, [], new EdgeBody("payment", "bank", null))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        graph.Updates.Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_service_that_nobody_has_described_becomes_that_of_the_team_that_does()
    {
        await SubmitAsync(Callers.Administrator, [Node("shop", "shop")], new EdgeBody("shop", "payment", null));

        (await SubmitAsync(Owner, [Node("payment", "payments"), Node("ledger", "payments")], new EdgeBody("payment", "ledger", null))).Error.ShouldBeNull();

        (await SubmitAsync(Callers.User("bob", Role.ServiceOwner, "shop"), [Node("payment", "shop")])).Error.Fields().ShouldBe("nodes[0].service_id");
    }

    [Fact]
    public async Task A_service_may_be_named_without_being_described()
    {
        await SubmitAsync(Callers.Administrator, [Node("payment", "payments"), Node("search", "discovery")]);

        (await SubmitAsync(Owner, [new NodeBody("search", null)], new EdgeBody("payment", "search", null))).Error.ShouldBeNull();
    }

    private static NodeBody Node(string id, string? team) => new(id, JsonSerializer.SerializeToElement(team is null ? new Dictionary<string, string>() : new() { ["team"] = team }));

    private Task<Result<IngestionReceipt>> SubmitAsync(Caller caller, NodeBody[] nodes, params EdgeBody[] edges) =>
        useCase.HandleAsync(new GraphBody("manual", null, nodes, edges), caller, CancellationToken.None);
}
