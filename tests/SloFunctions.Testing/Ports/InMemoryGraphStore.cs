using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Testing.Ports;

/// <summary>A graph store without a database. Changes are not undone when they fail.</summary>
public sealed class InMemoryGraphStore : IGraphStore, IGraphChange, IServiceGraphReader, ISnapshotReader
{
    private readonly SortedDictionary<string, GraphService> services = new(StringComparer.Ordinal);
    private readonly Dictionary<(ServiceId Source, ServiceId Target, DiscoverySource From), (DependencyEdge Edge, DateTimeOffset First, DateTimeOffset Last, bool IsStale)> edges = [];
    private readonly Dictionary<string, IngestionReceipt> deliveries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> cycles = new(StringComparer.Ordinal);
    private readonly Dictionary<ServiceId, ServiceOwner> owners = [];
    private GraphVersion? current;
    private ServiceGraph graph = CurrentGraph.None.Graph;
    private readonly Dictionary<Guid, ServiceGraph> snapshots = [];
    private int ids;

    /// <summary>Large submissions that are still to be stored.</summary>
    public InMemoryGraphSubmissions Submissions { get; } = new();

    /// <summary>Called before each submission is stored; throws to refuse it.</summary>
    public Action<GraphUpdate>? BeforeUpsert { get; set; }

    /// <summary>What was submitted, in order.</summary>
    public List<GraphUpdate> Updates { get; } = [];

    /// <summary>The receipts that were kept, in order.</summary>
    public List<IngestionReceipt> Receipts { get; } = [];

    /// <summary>The services whose recommendations were to be computed anew, change by change.</summary>
    public List<string[]> Expired { get; } = [];

    /// <inheritdoc/>
    public Task<T> ChangeAsync<T>(Func<IGraphChange, Task<T>> work, CancellationToken cancellation) => work(this);

    /// <inheritdoc/>
    public Task<StoredGraph> ReadAsync(CancellationToken cancellation)
    {
        var place = services.Keys.Index().ToDictionary(s => s.Item, s => s.Index, StringComparer.Ordinal);
        var views = edges.Where(e => !e.Value.IsStale).Select(e => new SourcedDependency(
            place[e.Key.Source.Value], place[e.Key.Target.Value], e.Key.From, e.Value.Edge.Mode, e.Value.Edge.Criticality, e.Value.Edge.Protocol,
            e.Value.Edge.TimeoutMs, e.Value.Edge.RetryConfigJson, e.Value.Edge.RedundancyGroup, e.Value.First, e.Value.Last, 1));
        return Task.FromResult(new StoredGraph([.. services.Values], [.. views]));
    }

    /// <inheritdoc/>
    public Task<CurrentGraph> ReadCurrentAsync(CancellationToken cancellation) => Task.FromResult(new CurrentGraph(current?.SnapshotId, graph));

    /// <inheritdoc/>
    public Task<ServiceGraph?> FindAsync(Guid snapshotId, CancellationToken cancellation) => Task.FromResult(snapshots.GetValueOrDefault(snapshotId));

    /// <inheritdoc/>
    public Task<GraphVersion?> FindCurrentAsync(CancellationToken cancellation) => Task.FromResult(current);

    /// <inheritdoc/>
    public Task<IngestionReceipt?> FindDeliveryAsync(string deliveryKey, CancellationToken cancellation) =>
        Task.FromResult(deliveries.GetValueOrDefault(deliveryKey));

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<ServiceId, ServiceOwner>> FindOwnersAsync(IReadOnlyCollection<ServiceId> services, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<ServiceId, ServiceOwner>>(services.Where(owners.ContainsKey).ToDictionary(s => s, s => owners[s]));

    /// <inheritdoc/>
    public Task<GraphSubmission?> FindSubmissionAsync(Guid id, CancellationToken cancellation) => Task.FromResult(Submissions.FindWaiting(id));

    /// <inheritdoc/>
    public Task RemoveSubmissionAsync(Guid id, CancellationToken cancellation)
    {
        Submissions.Remove(id);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<GraphWrites> UpsertAsync(GraphUpdate update, CancellationToken cancellation)
    {
        BeforeUpsert?.Invoke(update);
        cancellation.ThrowIfCancellationRequested();
        Updates.Add(update);
        int known = services.Count;
        foreach (var node in update.Nodes)
        {
            var before = services.GetValueOrDefault(node.Id.Value) ?? new GraphService(node.Id, ServiceType.Internal, null);
            if (node.MetadataJson is not null) owners[node.Id] = new ServiceOwner(node.Team ?? owners.GetValueOrDefault(node.Id)?.Team, IsDiscovered: false);
            services[node.Id.Value] = before with { Type = node.Type ?? before.Type, PublishedSla = node.PublishedSla ?? before.PublishedSla };
        }

        foreach (var end in update.Edges.SelectMany(e => (ServiceId[])[e.Source, e.Target]))
        {
            services.TryAdd(end.Value, new GraphService(end, ServiceType.Internal, null));
            owners.TryAdd(end, new ServiceOwner(null, IsDiscovered: true));
        }

        int created = update.Edges.Count(e => Put(e, update));
        return Task.FromResult(new GraphWrites(services.Count - known, created, update.Edges.Count - created));
    }

    /// <inheritdoc/>
    public Task<int> MarkStaleAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var old = edges.Where(e => !e.Value.IsStale && e.Value.Last < before).Select(e => e.Key).ToList();
        foreach (var key in old) edges[key] = edges[key] with { IsStale = true };
        return Task.FromResult(old.Count);
    }

    /// <inheritdoc/>
    public Task<Guid> SaveCurrentAsync(GraphContent content, CancellationToken cancellation)
    {
        current = new GraphVersion(NextId(), content.Hash);
        graph = GraphContent.Read(content.Bytes);
        snapshots[current.SnapshotId] = graph;
        return Task.FromResult(current.SnapshotId);
    }

    /// <inheritdoc/>
    public Task PurgeSnapshotsAsync(DateTimeOffset before, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task ExpireRecommendationsAsync(IReadOnlySet<ServiceId> services, CancellationToken cancellation)
    {
        Expired.Add([.. services.Select(s => s.Value).Order(StringComparer.Ordinal)]);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<CircularDependency, Guid>> SaveCyclesAsync(
        IReadOnlyList<CircularDependency> cycles, DateTimeOffset now, CancellationToken cancellation)
    {
        var opened = cycles.Where(c => this.cycles.TryAdd(string.Join('\n', c.Members), NextId())).ToList();
        return Task.FromResult<IReadOnlyDictionary<CircularDependency, Guid>>(opened.ToDictionary(c => c, c => this.cycles[string.Join('\n', c.Members)]));
    }

    /// <inheritdoc/>
    public Task SaveReceiptAsync(IngestionReceipt receipt, string? deliveryKey, CancellationToken cancellation)
    {
        Receipts.Add(receipt);
        if (deliveryKey is not null) deliveries.Add(deliveryKey, receipt);
        return Task.CompletedTask;
    }

    private bool Put(DependencyEdge edge, GraphUpdate update)
    {
        var key = (edge.Source, edge.Target, update.Source);
        if (!edges.TryGetValue(key, out var before))
        {
            edges[key] = (edge, update.ObservedAt, update.ObservedAt, false);
            return true;
        }

        if (before.Last <= update.ObservedAt) edges[key] = (edge, before.First, update.ObservedAt, false);
        return false;
    }

    private Guid NextId() => new(++ids, 0, 0, new byte[8]);
}
