using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>
/// Asks every configured source for the dependency graph and stores what each tells. A source that fails changes nothing
/// and does not keep the others from being stored.
/// </summary>
public sealed class DiscoverGraph(IEnumerable<IGraphDiscovery> sources, IngestGraph ingestion)
{
    /// <summary>Runs once.</summary>
    /// <returns>What each configured source told, in the order in which they were asked.</returns>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    public async Task<IReadOnlyList<DiscoveryReport>> HandleAsync(CancellationToken cancellation)
    {
        var reports = new List<DiscoveryReport>();
        foreach (var source in sources.Where(s => s.IsConfigured)) reports.Add(await DiscoverAsync(source, cancellation));
        return reports;
    }

    private async Task<DiscoveryReport> DiscoverAsync(IGraphDiscovery source, CancellationToken cancellation)
    {
        DiscoveredGraph found;
        try
        {
            found = await source.DiscoverAsync(cancellation);
        }
        // Whatever a foreign answer breaks, the next source is asked all the same.
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return new DiscoveryReport(source.Source, 0, 0, 0, [], e);
        }

        int submissions = 0, conflicts = 0;
        foreach (var part in Split(found.Update))
        {
            conflicts += (await ingestion.StoreAsync(part, deliveryKey: null, cancellation)).ConflictsTotal;
            submissions++;
        }

        return new DiscoveryReport(source.Source, found.Update.Nodes.Count, found.Update.Edges.Count, submissions, found.Skipped, null) { Conflicts = conflicts };
    }

    private static IEnumerable<GraphUpdate> Split(GraphUpdate update)
    {
        var nodes = update.Nodes.Chunk(GraphLimits.Nodes).ToArray();
        var edges = update.Edges.Chunk(GraphLimits.Edges).ToArray();
        for (int i = 0; i < Math.Max(nodes.Length, edges.Length); i++)
            yield return update with { Nodes = nodes.ElementAtOrDefault(i) ?? [], Edges = edges.ElementAtOrDefault(i) ?? [] };
    }
}
