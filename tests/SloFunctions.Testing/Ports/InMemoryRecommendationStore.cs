using SloFunctions.Application.Failures;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Testing.Ports;

/// <summary>Recommendations in memory: the active set of each key. Several instances may share one.</summary>
public sealed class InMemoryRecommendationStore(params IReadOnlyCollection<string> registered) : IRecommendationStore, IReplayStore
{
    private readonly Lock gate = new();
    private readonly HashSet<string> services = [.. registered];
    private readonly Dictionary<RecommendationKey, StoredRecommendations> active = [];
    private readonly List<RecommendationDocument> saved = [];
    private readonly Dictionary<(string Service, Guid Id), ReplayableRecommendation> replayable = [];

    /// <summary>The version that all instances share.</summary>
    public long Version { get; private set; }

    /// <summary>How often a set was looked for.</summary>
    public int Reads { get; private set; }

    /// <summary>Whether the store answers.</summary>
    public bool IsReachable { get; set; } = true;

    /// <summary>Called with the result of each search before the caller gets it.</summary>
    public Func<Task>? AfterFind { get; set; }

    /// <summary>Called before each set is saved; throws to refuse it.</summary>
    public Func<CancellationToken, Task>? BeforeSave { get; set; }

    /// <summary>Says whether a service of a bulk run is still to be stored, and notes that it is.</summary>
    public Func<RunEntry, Guid, bool>? Claim { get; set; }

    /// <summary>Every set that was saved, oldest first.</summary>
    public IReadOnlyList<RecommendationDocument> Saved => saved;

    /// <inheritdoc/>
    public async Task<RecommendationLookup> FindAsync(RecommendationKey key, CancellationToken cancellation)
    {
        RecommendationLookup found;
        lock (gate)
        {
            ThrowIfDown();
            Reads++;
            var stored = active.GetValueOrDefault(key);
            found = new RecommendationLookup(services.Contains(key.Service.Value), stored is null ? null : stored with { Version = Version });
        }

        if (AfterFind is { } after) await after();
        return found;
    }

    /// <inheritdoc/>
    public async Task<StoredRecommendations> SaveAsync(
        RecommendationDocument document, ReadOnlyMemory<byte> json, byte[] evidence, int lookbackDays, CancellationToken cancellation)
    {
        if (BeforeSave is { } before) await before(cancellation);
        lock (gate) return Keep(document, json, evidence, lookbackDays);
    }

    /// <inheritdoc/>
    public async Task<StoredRecommendations?> SaveOnceAsync(
        RecommendationDocument document, ReadOnlyMemory<byte> json, byte[] evidence, int lookbackDays, RunEntry entry, CancellationToken cancellation)
    {
        if (BeforeSave is { } before) await before(cancellation);
        lock (gate)
        {
            ThrowIfDown();
            return Claim?.Invoke(entry, document.RecommendationId) == false ? null : Keep(document, json, evidence, lookbackDays);
        }
    }

    /// <inheritdoc/>
    public Task<ReplayableRecommendation?> FindAsync(ServiceId service, Guid recommendationId, CancellationToken cancellation) =>
        Task.FromResult(replayable.GetValueOrDefault((service.Value, recommendationId)));

    /// <summary>Outdates every set, as a change of the graph would.</summary>
    public void Outdate()
    {
        lock (gate)
        {
            foreach (var (key, stored) in active.ToArray()) active[key] = stored with { ExpiresAt = stored.GeneratedAt };
            Version++;
        }
    }

    /// <summary>Makes a service known.</summary>
    public void Register(string service)
    {
        lock (gate) services.Add(service);
    }

    private StoredRecommendations Keep(RecommendationDocument document, ReadOnlyMemory<byte> json, byte[] evidence, int lookbackDays)
    {
        ThrowIfDown();
        saved.Add(document);
        replayable[(document.ServiceId, document.RecommendationId)] = new ReplayableRecommendation(json, evidence);
        var method = Enum.GetValues<RecommendationMethod>().Single(m => Term<RecommendationMethod>.Name(m) == document.Method);
        var stored = new StoredRecommendations(document.RecommendationId, PublishedAnswer.Of(json), document.GeneratedAt, document.ExpiresAt, ++Version);
        active[new RecommendationKey(ServiceId.Of(document.ServiceId), lookbackDays, method)] = stored;
        return stored;
    }

    private void ThrowIfDown()
    {
        if (!IsReachable) throw new DependencyUnavailableException("database", TimeSpan.FromSeconds(5), null);
    }
}
