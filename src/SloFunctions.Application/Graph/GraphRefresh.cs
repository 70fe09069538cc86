using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>
/// Draws the consequences of changed rows: if another graph counts than before, it becomes the present one, cycles are
/// looked for anew, and recommendations that rest on what changed are computed anew when asked for next.
/// </summary>
internal static class GraphRefresh
{
    public static async Task<RefreshedGraph> RunAsync(IGraphChange change, DateTimeOffset now, CancellationToken cancellation)
    {
        var stored = await change.ReadAsync(cancellation);
        var dependencies = DependencyMerge.Merge(stored.Views);
        var graph = DependencyMerge.Effective(stored.Services, dependencies);
        var content = GraphContent.Of(graph);
        if (await change.FindCurrentAsync(cancellation) is { } current && current.Hash.AsSpan().SequenceEqual(content.Hash))
            return new RefreshedGraph(graph, dependencies, current.SnapshotId, HasChanged: false, []);

        var before = await change.ReadCurrentAsync(cancellation);
        var snapshot = await change.SaveCurrentAsync(content, cancellation);
        await change.ExpireRecommendationsAsync(GraphDifference.Affected(before.Graph, graph), cancellation);
        var opened = await change.SaveCyclesAsync(CircularDependencies.In(graph), now, cancellation);
        var cycles = opened.Select(c => NewCycle.Of(c.Value, c.Key)).OrderBy(c => c.CyclePath[0], StringComparer.Ordinal);
        return new RefreshedGraph(graph, dependencies, snapshot, HasChanged: true, [.. cycles]);
    }
}
