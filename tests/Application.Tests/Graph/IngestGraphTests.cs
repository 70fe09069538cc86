using SloFunctions.Application.Graph;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Graph;

public sealed class IngestGraphTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly RecordedGraphWriter graph = new();
    private readonly IngestGraph useCase;

    public IngestGraphTests() => useCase = new IngestGraph(graph, new CountedIds(), new FakeClock(Now));

    [Fact]
    public async Task A_submission_is_stored_and_counted()
    {
        var body = new GraphBody("manual", null, [new NodeBody("a", null)], [new EdgeBody("a", "b", null), new EdgeBody("a", "c", null)]);

        var receipt = (await useCase.HandleAsync(body, CancellationToken.None)).Value;

        receipt.ShouldBe(new IngestionReceipt(new CountedIds().Next(), "completed", 1, 2, 0));
        var update = graph.Updates.ShouldHaveSingleItem();
        update.ObservedAt.ShouldBe(Now);
        update.Edges.Select(e => e.Target.Value).ShouldBe(["b", "c"]);
    }

    [Fact]
    public async Task Nothing_is_stored_when_any_field_is_at_fault()
    {
        var body = new GraphBody("manual", null, [new NodeBody("a", null)], [new EdgeBody("a", "b", null), new EdgeBody("c", "c", null)]);

        (await useCase.HandleAsync(body, CancellationToken.None)).Error.Fields().ShouldBe("edges[1].target");
        (await useCase.HandleAsync(null, CancellationToken.None)).Error.Fields().ShouldBe("body");
        graph.Updates.ShouldBeEmpty();
    }
}
