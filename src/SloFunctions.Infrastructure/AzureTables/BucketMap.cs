using System.Collections.Concurrent;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>The buckets that this instance has to do with, as many as memory is given for. Safe for use by several threads.</summary>
internal sealed class BucketMap(int most, TimeProvider clock)
{
    // A bucket that nobody touched for so long is full again: forgetting it changes nothing.
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Client, string Operation), LeasedBucket> buckets = new();
    private int count;
    private int isTrimming;
    private long trimmedAt = clock.GetTimestamp();

    /// <summary>The bucket of a client for an operation.</summary>
    /// <param name="client">The client.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="at">The timestamp.</param>
    public LeasedBucket Of(string client, string operation, long at)
    {
        if (!buckets.TryGetValue((client, operation), out var bucket)) bucket = Add((client, operation), at);
        bucket.LastUsed = at;
        return bucket;
    }

    private LeasedBucket Add((string Client, string Operation) key, long at)
    {
        var made = new LeasedBucket(key.Client, key.Operation, clock) { LastUsed = at };
        var kept = buckets.GetOrAdd(key, made);
        if (ReferenceEquals(made, kept) && (Interlocked.Increment(ref count) > most || clock.GetElapsedTime(Volatile.Read(ref trimmedAt), at) >= Idle)) Trim(at);
        return kept;
    }

    private void Trim(long at)
    {
        if (Interlocked.Exchange(ref isTrimming, 1) == 1) return;
        Volatile.Write(ref trimmedAt, at);
        foreach (var (key, bucket) in buckets.Where(b => clock.GetElapsedTime(b.Value.LastUsed, at) >= Idle)) Remove(key, bucket);
        // Those that came last are kept; a tenth goes at once, so that the order need not be found for each newcomer.
        if (Volatile.Read(ref count) > most)
            foreach (var (key, bucket) in buckets.OrderBy(b => b.Value.LastUsed).Take(Volatile.Read(ref count) - (most - (most / 10)))) Remove(key, bucket);
        Volatile.Write(ref isTrimming, 0);
    }

    private void Remove((string Client, string Operation) key, LeasedBucket bucket)
    {
        if (buckets.TryRemove(KeyValuePair.Create(key, bucket))) Interlocked.Decrement(ref count);
    }
}
