using SloFunctions.Domain.RateLimits;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>Tokens that this instance has taken from a shared bucket, to spend without asking again while they last.</summary>
/// <param name="perMinute">The limit under which they were taken.</param>
/// <param name="tokens">How many.</param>
/// <param name="from">The timestamp before they were asked for.</param>
/// <param name="until">The timestamp at which what is left is lost.</param>
/// <param name="rest">What the shared bucket held then, by the clock of this instance.</param>
internal sealed class Lease(int perMinute, int tokens, long from, long until, TokenBucket rest)
{
    private int left = tokens;

    /// <summary>How many there were.</summary>
    public int Tokens { get; } = tokens;

    /// <summary>The timestamp before they were asked for.</summary>
    public long From => from;

    /// <summary>What the shared bucket held then.</summary>
    public TokenBucket Rest => rest;

    /// <summary>How many are left.</summary>
    public int Left => Math.Max(0, Volatile.Read(ref left));

    /// <summary>Takes one, if it is not too late.</summary>
    /// <param name="limit">The limit of today; tokens taken under another are lost.</param>
    /// <param name="at">The timestamp.</param>
    /// <param name="remaining">How many are left.</param>
    public bool TrySpend(int limit, long at, out int remaining)
    {
        remaining = 0;
        if (limit != perMinute || at >= until || Volatile.Read(ref left) <= 0) return false;
        remaining = Interlocked.Decrement(ref left);
        return remaining >= 0;
    }

    /// <summary>Whether it is time for the next one: said to exactly one of those who take tokens, when half of them are gone.</summary>
    public bool IsHalfSpent(int remaining) => Tokens >= 4 && remaining == Tokens / 2;
}
