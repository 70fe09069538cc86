using SloFunctions.Application.RateLimits;
using SloFunctions.Domain.RateLimits;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>What this instance knows of one client's bucket for one operation. Safe for use by several threads.</summary>
internal sealed class LeasedBucket(string client, string operation, TimeProvider clock)
{
    private readonly Lock gate = new();
    private Lease? current;
    private Lease? next;
    private Lease? last;
    private TokenBucket? known;
    private BucketRow? row;
    private Task<bool>? leasing;
    private int waiting;
    private long lastUsed;

    /// <summary>Key of the client in the table.</summary>
    public string Partition { get; } = BucketRow.Key(client);

    /// <summary>Key of the operation in the table.</summary>
    public string Name { get; } = BucketRow.Key(operation);

    /// <summary>The timestamp of the last request.</summary>
    public long LastUsed
    {
        get => Volatile.Read(ref lastUsed);
        set => Volatile.Write(ref lastUsed, value);
    }

    /// <summary>Spends a token that was leased.</summary>
    /// <param name="perMinute">The limit.</param>
    /// <param name="at">The timestamp.</param>
    /// <param name="decision">What to tell the client.</param>
    /// <param name="isTimeForNext">Whether the caller is the one to lease the next ones.</param>
    public bool TrySpend(int perMinute, long at, out RateDecision decision, out bool isTimeForNext)
    {
        (decision, isTimeForNext) = (default, false);
        var lease = Volatile.Read(ref current);
        if (lease is null) return false;
        if (!lease.TrySpend(perMinute, at, out int remaining))
        {
            lease = Promote(lease);
            if (lease is null || !lease.TrySpend(perMinute, at, out remaining)) return false;
        }

        var ahead = Volatile.Read(ref next);
        isTimeForNext = ahead is null && lease.IsHalfSpent(remaining);
        var newest = ahead ?? lease;
        var shared = newest.Rest.At(perMinute, newest.Rest.AsOf + clock.GetElapsedTime(newest.From, at));
        decision = Decision(true, perMinute, shared.With(perMinute, (long)remaining + (ahead?.Left ?? 0)));
        return true;
    }

    /// <summary>Whether it is certain that the shared bucket has no token either: others only take from it.</summary>
    public bool IsEmpty(int perMinute, out RateDecision decision)
    {
        lock (gate)
        {
            var estimate = known?.At(perMinute, clock.GetUtcNow());
            decision = estimate is { } bucket ? Decision(false, perMinute, bucket) : default;
            return leasing is null && estimate is { Tokens: 0 };
        }
    }

    /// <summary>Takes a token from what this instance knows, without asking anyone.</summary>
    public RateDecision TakeAlone(int perMinute)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var (granted, rest) = (known ?? TokenBucket.Full(perMinute, now)).Take(perMinute, 1, now);
            known = rest;
            return Decision(granted == 1, perMinute, rest);
        }
    }

    /// <summary>Waits for the lease that is on its way, or for a new one.</summary>
    /// <returns>Whether the shared count was reached.</returns>
    public async Task<bool> WaitForLeaseAsync(Func<LeasedBucket, Task<bool>> lease, CancellationToken cancellation)
    {
        Interlocked.Increment(ref waiting);
        try
        {
            return await StartLease(lease).WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>The lease that is on its way, or a new one; whoever waits for it may give up without harm to others.</summary>
    public Task<bool> StartLease(Func<LeasedBucket, Task<bool>> lease)
    {
        lock (gate)
        {
            return leasing ??= Task.Run(() => lease(this));
        }
    }

    /// <summary>How many tokens to lease, and the row as last seen.</summary>
    public (int Tokens, BucketRow? Row) Need(int perMinute, LeaseTerms terms, long at)
    {
        lock (gate)
        {
            return (terms.Wanted(perMinute, last, Volatile.Read(ref waiting), at), row);
        }
    }

    /// <summary>Takes in what a lease brought.</summary>
    /// <param name="grant">What was granted.</param>
    /// <param name="perMinute">The limit.</param>
    /// <param name="from">The timestamp before it was asked for.</param>
    /// <param name="asked">The time before it was asked for.</param>
    /// <param name="until">The timestamp at which the tokens are lost.</param>
    public void Receive(SharedGrant grant, int perMinute, long from, DateTimeOffset asked, long until)
    {
        lock (gate)
        {
            row = grant.Rest;
            // From here on by this instance's clock alone, whatever the clocks of others showed.
            var rest = grant.Rest.Bucket with { AsOf = asked };
            (known, leasing) = (rest, null);
            if (grant.Granted == 0) return;
            last = new Lease(perMinute, grant.Granted, from, until, rest);
            if (current is { Left: > 0 } && current.From + (until - from) > clock.GetTimestamp()) next = last;
            else (current, next) = (last, null);
        }
    }

    /// <summary>Notes that a lease failed: the row may be another by now.</summary>
    public void Fail()
    {
        lock (gate)
        {
            (row, leasing) = (null, null);
        }
    }

    private static RateDecision Decision(bool isAllowed, int perMinute, TokenBucket bucket) =>
        new(isAllowed, perMinute, bucket.Tokens, bucket.UntilFull(perMinute), bucket.UntilNext(perMinute));

    private Lease? Promote(Lease spent)
    {
        lock (gate)
        {
            if (ReferenceEquals(current, spent) && next is not null) (current, next) = (next, null);
            return ReferenceEquals(current, spent) ? null : current;
        }
    }
}
