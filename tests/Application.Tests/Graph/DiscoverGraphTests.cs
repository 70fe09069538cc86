using SloFunctions.Application.Failures;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Graph;

public sealed class DiscoverGraphTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryGraphStore graph = new();

    [Fact]
    public async Task Each_source_is_stored_as_its_own_word_and_counted()
    {
        var reports = await RunAsync(
            Telling(DiscoverySource.OtelServiceGraph, nodes: 0, edges: 2, new SkippedEntries("wrong", 3, ["a"])),
            Telling(DiscoverySource.Kubernetes, nodes: 3, edges: 1));

        graph.Updates.Select(u => (u.Source, u.ObservedAt, u.Nodes.Count, u.Edges.Count)).ShouldBe(
            [(DiscoverySource.OtelServiceGraph, Now, 0, 2), (DiscoverySource.Kubernetes, Now, 3, 1)]);
        reports.Select(r => (r.Source, r.Nodes, r.Edges, r.Submissions, r.Skipped.Sum(s => s.Count))).ShouldBe(
            [(DiscoverySource.OtelServiceGraph, 0, 2, 1, 3), (DiscoverySource.Kubernetes, 3, 1, 1, 0)]);
    }

    [Fact]
    public async Task A_source_that_fails_is_reported_and_the_others_are_stored()
    {
        var down = new DependencyUnavailableException("prometheus", TimeSpan.FromSeconds(30), null);
        var broken = new InvalidOperationException("not foreseen");

        var reports = await RunAsync(
            new FixedDiscovery(DiscoverySource.OtelServiceGraph, () => throw down),
            new FixedDiscovery(DiscoverySource.ServiceMesh, () => throw broken),
            Telling(DiscoverySource.Kubernetes, nodes: 1, edges: 0));

        reports.Select(r => r.Failure).ShouldBe([down, broken, null]);
        graph.Updates.ShouldHaveSingleItem().Source.ShouldBe(DiscoverySource.Kubernetes);
    }

    [Fact]
    public async Task A_source_that_the_settings_do_not_name_is_not_asked()
    {
        var unused = new FixedDiscovery(DiscoverySource.Kubernetes, () => throw new InvalidOperationException("asked")) { IsConfigured = false };

        (await RunAsync(unused)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Contradictions_between_sources_are_counted_where_they_show()
    {
        static GraphUpdate Says(DiscoverySource source, CommunicationMode mode) =>
            new(source, Now, [], [new DependencyEdge(ServiceId.Of("a"), ServiceId.Of("b"), mode, null, null, null, null)]);

        var reports = await RunAsync(
            new FixedDiscovery(DiscoverySource.OtelServiceGraph, () => new DiscoveredGraph(Says(DiscoverySource.OtelServiceGraph, CommunicationMode.Sync), [])),
            new FixedDiscovery(DiscoverySource.Kubernetes, () => new DiscoveredGraph(Says(DiscoverySource.Kubernetes, CommunicationMode.Async), [])));

        reports.Select(r => r.Conflicts).ShouldBe([0, 1]);
    }

    [Fact]
    public async Task An_empty_answer_changes_nothing()
    {
        var report = (await RunAsync(Telling(DiscoverySource.OtelServiceGraph, nodes: 0, edges: 0))).ShouldHaveSingleItem();

        (report.Submissions, report.Failure).ShouldBe((0, null));
        graph.Updates.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_graph_larger_than_a_submission_is_stored_in_several()
    {
        var report = (await RunAsync(Telling(DiscoverySource.Kubernetes, nodes: 45_000, edges: 100_001))).ShouldHaveSingleItem();

        report.Submissions.ShouldBe(3);
        graph.Updates.Select(u => (u.Nodes.Count, u.Edges.Count)).ShouldBe([(20_000, 100_000), (20_000, 1), (5_000, 0)]);
        graph.Updates.SelectMany(u => u.Nodes).Select(n => n.Id).Distinct().Count().ShouldBe(45_000);
        graph.Updates.SelectMany(u => u.Edges).Select(e => e.Target).Distinct().Count().ShouldBe(100_001);
    }

    [Fact]
    public async Task The_callers_cancellation_is_no_failure_of_a_source()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            UseCase(Telling(DiscoverySource.Kubernetes, nodes: 1, edges: 0)).HandleAsync(cancellation.Token));
    }

    private static FixedDiscovery Telling(DiscoverySource source, int nodes, int edges, params SkippedEntries[] skipped)
    {
        var registrations = Enumerable.Range(0, nodes).Select(i => new ServiceRegistration(ServiceId.Of($"s{i}"), null, null, null, "{}"));
        var dependencies = Enumerable.Range(0, edges).Select(i => new DependencyEdge(
            ServiceId.Of("caller"), ServiceId.Of($"t{i}"), CommunicationMode.Sync, DependencyCriticality.Hard, null, null, null));
        var told = new DiscoveredGraph(new GraphUpdate(source, Now, [.. registrations], [.. dependencies]), skipped);
        return new FixedDiscovery(source, () => told);
    }

    private Task<IReadOnlyList<DiscoveryReport>> RunAsync(params IGraphDiscovery[] sources) => UseCase(sources).HandleAsync(CancellationToken.None);

    private DiscoverGraph UseCase(params IGraphDiscovery[] sources) => new(sources, new IngestGraph(graph, new CountedIds(), new FakeClock(Now)));
}
