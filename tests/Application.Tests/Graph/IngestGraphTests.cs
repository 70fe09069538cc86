using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Graph;

public sealed class IngestGraphTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryGraphStore graph = new();
    private readonly FakeClock clock = new(Now);
    private readonly IngestGraph useCase;

    public IngestGraphTests() => useCase = new IngestGraph(graph, new CountedIds(), clock);

    [Fact]
    public async Task A_submission_is_stored_and_counted()
    {
        var body = new GraphBody("manual", null, [new NodeBody("a", null)], [new EdgeBody("a", "b", null), new EdgeBody("a", "c", null)]);

        var receipt = (await useCase.HandleAsync(body, Callers.Administrator, CancellationToken.None)).Value.ShouldNotBeNull();

        (receipt.IngestionId, receipt.Status, receipt.Source, receipt.ReceivedAt).ShouldBe((new CountedIds().Next(), "completed", "manual", Now));
        (receipt.NodesReceived, receipt.EdgesReceived, receipt.EstimatedCompletionSeconds).ShouldBe((1, 2, 0));
        (receipt.ServicesCreated, receipt.DependenciesCreated, receipt.DependenciesRefreshed, receipt.GraphChanged).ShouldBe((3, 2, 0, true));
        graph.Receipts.ShouldBe([receipt]);
        var update = graph.Updates.ShouldHaveSingleItem();
        update.ObservedAt.ShouldBe(Now);
        update.Edges.Select(e => e.Target.Value).ShouldBe(["b", "c"]);
    }

    [Fact]
    public async Task Nothing_is_stored_when_any_field_is_at_fault()
    {
        var body = new GraphBody("manual", null, [new NodeBody("a", null)], [new EdgeBody("a", "b", null), new EdgeBody("c", "c", null)]);

        (await useCase.HandleAsync(body, Callers.Administrator, CancellationToken.None)).Error.Fields().ShouldBe("edges[1].target");
        (await useCase.HandleAsync(null, Callers.Administrator, CancellationToken.None)).Error.Fields().ShouldBe("body");
        graph.Updates.ShouldBeEmpty();
        graph.Receipts.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_graph_again_keeps_its_snapshot()
    {
        var first = await IngestAsync("manual", ("a", "b", null), ("b", "c", null));
        clock.Advance(TimeSpan.FromMinutes(1));

        var again = await IngestAsync("manual", ("b", "c", null), ("a", "b", null));

        (again.GraphChanged, again.GraphSnapshotId, again.DependenciesRefreshed).ShouldBe((false, first.GraphSnapshotId, 2));
        again.IngestionId.ShouldNotBe(first.IngestionId);
        graph.Expired.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Recommendations_of_everyone_upstream_of_a_change_are_computed_anew()
    {
        await IngestAsync("manual", ("front", "shop", null), ("shop", "pay", null), ("shop", "stock", null), ("other", "stock", null));

        await IngestAsync("manual", ("pay", "bank", null));

        graph.Expired[^1].ShouldBe(["bank", "front", "pay", "shop"]);
    }

    [Fact]
    public async Task A_delivery_that_comes_again_gets_the_first_receipt()
    {
        var body = new GraphBody("manual", null, null, [new EdgeBody("a", "b", null)]);

        var first = (await useCase.HandleAsync(body, "event-1", CancellationToken.None)).Value;
        var again = (await useCase.HandleAsync(body, "event-1", CancellationToken.None)).Value;
        var other = (await useCase.HandleAsync(body, "event-2", CancellationToken.None)).Value;

        again.ShouldBeSameAs(first);
        other.ShouldNotBe(first);
        graph.Updates.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Sources_that_contradict_each_other_are_named()
    {
        await IngestAsync("otel_service_graph", ("a", "b", new EdgeAttributesBody("sync", "hard", "grpc", null, null)), ("c", "d", new EdgeAttributesBody("sync", null, null, null, null)));

        var receipt = await IngestAsync("manual", ("a", "b", new EdgeAttributesBody("async", null, "grpc", 100, null)));

        receipt.ConflictsTotal.ShouldBe(1);
        receipt.Conflicts.ShouldBe([new ConflictSummary("a", "b", "communication_mode", new("manual", "async"), new("otel_service_graph", "sync"))]);
    }

    [Fact]
    public async Task New_cycles_are_reported_with_their_path_and_only_once()
    {
        var first = await IngestAsync("manual", ("a", "b", null), ("b", "c", null), ("c", "a", null), ("c", "d", null));
        var second = await IngestAsync("manual", ("x", "y", null));

        var cycle = first.NewCycles.ShouldHaveSingleItem();
        cycle.CyclePath.ShouldBe(["a", "b", "c", "a"]);
        cycle.ServiceCount.ShouldBe(3);
        cycle.Recommendation.ShouldContain("a → b → c → a asynchronous");
        (first.NewCyclesTotal, second.NewCyclesTotal).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Differences_between_declared_and_observed_dependencies_are_counted_and_those_of_the_submission_listed()
    {
        await IngestAsync("manual", ("a", "b", null), ("x", "y", null));

        var receipt = await IngestAsync("service_mesh", ("a", "c", null));

        receipt.Divergences.ShouldBe(new DivergenceCounts(2, 1, 0));
        receipt.DivergentDependencies.Select(d => $"{d.Kind} {d.Source} {d.Target}").ShouldBe(["declared_not_observed a b", "observed_not_declared a c"]);
    }

    private async Task<IngestionReceipt> IngestAsync(string source, params (string From, string To, EdgeAttributesBody? Attributes)[] edges)
    {
        var body = new GraphBody(source, null, null, [.. edges.Select(e => new EdgeBody(e.From, e.To, e.Attributes))]);
        return (await useCase.HandleAsync(body, Callers.Administrator, CancellationToken.None)).Value.ShouldNotBeNull();
    }
}
