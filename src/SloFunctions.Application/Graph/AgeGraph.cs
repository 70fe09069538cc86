namespace SloFunctions.Application.Graph;

/// <summary>Lets the graph age: what no source has seen for long no longer counts, and old snapshots that nothing refers to go.</summary>
public sealed class AgeGraph(IGraphStore store, GraphPolicy policy, TimeProvider clock)
{
    /// <summary>Marks dependencies as stale and draws the consequences.</summary>
    /// <returns>The number of dependencies that became stale.</returns>
    public Task<int> HandleAsync(CancellationToken cancellation) => store.ChangeAsync(
        async change =>
        {
            var now = clock.GetUtcNow();
            int stale = await change.MarkStaleAsync(now - policy.StalenessWindow, cancellation);
            if (stale > 0) await GraphRefresh.RunAsync(change, now, cancellation);
            await change.PurgeSnapshotsAsync(now - policy.SnapshotRetention, cancellation);
            return stale;
        },
        cancellation);
}
