using SloFunctions.Application.Failures;

namespace SloFunctions.Application.Recommendations;

/// <summary>
/// Computes the recommendations of a key once however many ask, here and on other instances, and only so many keys at once.
/// </summary>
public sealed class SharedGenerations(
    GenerateRecommendations generator, RecommendationCache cache, IGenerationLock turns, RecommendationPolicy policy, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<RecommendationKey, Generation> latest = [];
    private readonly SemaphoreSlim slots = new(policy.ConcurrentGenerations);
    private int pending;

    /// <summary>Computes a set, or waits for the one that is being computed; who stops waiting does not stop it for the others.</summary>
    /// <param name="key">The key.</param>
    /// <param name="after">Only a set of which the computation began later will do; null when any valid one will.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="OverloadedException">Too many are waiting to be computed.</exception>
    /// <exception cref="DependencyUnavailableException">A server that is needed does not answer.</exception>
    public Task<StoredRecommendations> RunAsync(RecommendationKey key, DateTimeOffset? after, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (!latest.TryGetValue(key, out var own) || !own.Admit(after)) latest[key] = own = Begin(key, after, own?.Run);
            return own.Run.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => slots.Dispose();

    private Generation Begin(RecommendationKey key, DateTimeOffset? after, Task? before)
    {
        if (pending >= policy.ConcurrentGenerations + policy.QueuedGenerations) throw new OverloadedException(RetryAfter);
        pending++;
        var own = new Generation(after);
        own.Run = Task.Run(() => RunAsync(key, own, before), CancellationToken.None);
        return own;
    }

    private async Task<StoredRecommendations> RunAsync(RecommendationKey key, Generation own, Task? before)
    {
        try
        {
            using var limit = new CancellationTokenSource(policy.GenerationTimeout, clock);
            if (before is not null) await before.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await slots.WaitAsync(limit.Token);
            try
            {
                return await turns.RunAsync(key, () => GenerateAsync(key, own, limit.Token), limit.Token);
            }
            finally
            {
                slots.Release();
            }
        }
        finally
        {
            lock (gate)
            {
                pending--;
                if (latest.GetValueOrDefault(key) == own) latest.Remove(key);
            }
        }
    }

    private async Task<StoredRecommendations> GenerateAsync(RecommendationKey key, Generation own, CancellationToken cancellation)
    {
        // Another instance may have computed it while this one waited for its turn.
        var found = (await cache.ReadAsync(key, cancellation)).Stored;
        lock (gate)
        {
            if (own.IsServedBy(found, clock.GetUtcNow())) return found!;
        }

        var made = await generator.GenerateAsync(key.Service, key.LookbackDays, key.Method, cancellation);
        cache.Keep(key, made);
        return made;
    }
}
