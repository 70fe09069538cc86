using SloFunctions.Application.Failures;

namespace SloFunctions.Application.Recommendations;

/// <summary>Knows the present version without asking for it at every request: at most once an interval, and after writes of one's own.</summary>
public sealed class VersionWatch(ICacheVersion source, RecommendationPolicy policy, TimeProvider clock)
{
    // A database that hangs must not hold up what is known well enough without it.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private Sighting? last;
    private (Task<Sighting> Run, long OwnWrites)? poll;

    /// <summary>
    /// The version that was present less than an interval ago; while the database does not answer, at most the grace longer.
    /// </summary>
    /// <returns>Null when it is not known.</returns>
    public ValueTask<long?> PresentAsync(CancellationToken cancellation)
    {
        var seen = Volatile.Read(ref last);
        return IsYounger(seen, policy.CachePollInterval) ? ValueTask.FromResult<long?>(seen!.Version) : AskAsync(seen, cancellation);
    }

    private async ValueTask<long?> AskAsync(Sighting? seen, CancellationToken cancellation)
    {
        try
        {
            return (await Poll().WaitAsync(Patience, clock, cancellation)).Version;
        }
        catch (Exception e) when (e is TimeoutException or DependencyUnavailableException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return IsYounger(seen, policy.CachePollInterval + policy.CacheGrace) ? seen!.Version : null;
        }
    }

    private bool IsYounger(Sighting? seen, TimeSpan limit) =>
        seen is not null && seen.OwnWrites == source.OwnWrites && clock.GetElapsedTime(seen.AskedAt) < limit;

    // One at a time; but one that was begun before a write of our own may have missed it.
    private Task<Sighting> Poll()
    {
        lock (gate)
        {
            long writes = source.OwnWrites;
            if (poll is not { } running || running.Run.IsCompleted || running.OwnWrites != writes)
                poll = running = (Task.Run(() => AskAsync(writes), CancellationToken.None), writes);
            return running.Run;
        }
    }

    private async Task<Sighting> AskAsync(long writes)
    {
        long askedAt = clock.GetTimestamp();
        using var limit = new CancellationTokenSource(policy.CachePollInterval + policy.CacheGrace, clock);
        var seen = new Sighting(await source.ReadAsync(limit.Token), askedAt, writes);
        lock (gate)
        {
            if (last is null || last.AskedAt <= askedAt) last = seen;
        }

        return seen;
    }

    private sealed record Sighting(long Version, long AskedAt, long OwnWrites);
}
