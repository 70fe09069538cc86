namespace SloFunctions.Application.Recommendations;

/// <summary>
/// Keeps stored sets as they were last read, for as long as the shared version says that nothing has replaced or outdated any.
/// That a service is unknown or has no set is never kept.
/// </summary>
public sealed class RecommendationCache(IRecommendationStore store, VersionWatch versions, RecommendationPolicy policy)
{
    private const long Megabyte = 1024 * 1024;

    // Keys, links and the like.
    private const long Overhead = 512;

    private readonly LruCache<RecommendationKey, RecommendationLookup> kept = new(
        policy.CacheMegabytes * Megabyte, lookup => lookup.Stored!.Answer.Json.Length + Overhead);

    /// <summary>The latest set of a key, as it was at most a moment ago.</summary>
    public async ValueTask<RecommendationLookup> FindAsync(RecommendationKey key, CancellationToken cancellation) =>
        kept.TryGet(key, out var lookup) && await versions.PresentAsync(cancellation) == lookup.Stored!.Version
            ? lookup
            : await ReadAsync(key, cancellation);

    /// <summary>The latest set of a key, as it is now.</summary>
    public async Task<RecommendationLookup> ReadAsync(RecommendationKey key, CancellationToken cancellation)
    {
        var lookup = await store.FindAsync(key, cancellation);
        Keep(key, lookup);
        return lookup;
    }

    /// <summary>Keeps a set that was just stored.</summary>
    public void Keep(RecommendationKey key, StoredRecommendations stored) => Keep(key, new RecommendationLookup(true, stored));

    // Who read first may come last.
    private void Keep(RecommendationKey key, RecommendationLookup lookup)
    {
        if (lookup.Stored is { } stored) kept.Put(key, lookup, known => known.Stored!.Version <= stored.Version);
    }
}
