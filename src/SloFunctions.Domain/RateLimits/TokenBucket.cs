namespace SloFunctions.Domain.RateLimits;

/// <summary>
/// What a client may still do: a bucket that holds as many tokens as the limit allows a minute and refills continuously, so
/// that an empty one is full after a minute. Computed in whole numbers, so that nothing is gained or lost by rounding.
/// </summary>
/// <param name="Level">What it held at <paramref name="AsOf"/>, in tokens times <see cref="UnitsPerToken"/>; never negative.</param>
/// <param name="AsOf">The latest time at which it was looked at.</param>
public readonly record struct TokenBucket(long Level, DateTimeOffset AsOf)
{
    /// <summary>Units of <see cref="Level"/> in a token: the ticks of a minute, since a tick then refills as many units as the limit has tokens.</summary>
    public const long UnitsPerToken = TimeSpan.TicksPerMinute;

    /// <summary>The highest limit, in tokens a minute.</summary>
    public const int HighestLimit = 1_000_000_000;

    /// <summary>Whole tokens that could be taken at <see cref="AsOf"/>.</summary>
    public int Tokens => (int)(Level / UnitsPerToken);

    /// <summary>A bucket from which nothing has been taken.</summary>
    /// <param name="perMinute">The limit, 1 to <see cref="HighestLimit"/>.</param>
    /// <param name="now">The time.</param>
    public static TokenBucket Full(int perMinute, DateTimeOffset now) => new(Capacity(perMinute), now);

    /// <summary>The bucket at a time. One before <see cref="AsOf"/> gives nothing and takes nothing back.</summary>
    /// <param name="perMinute">The limit, 1 to <see cref="HighestLimit"/>; where it was another before, the bucket keeps what it holds.</param>
    /// <param name="now">The time.</param>
    public TokenBucket At(int perMinute, DateTimeOffset now)
    {
        long capacity = Capacity(perMinute);
        // An empty bucket is full after a minute; longer would only overflow.
        long elapsed = Math.Clamp((now - AsOf).Ticks, 0, TimeSpan.TicksPerMinute);
        return new TokenBucket(Math.Min(Math.Clamp(Level, 0, capacity) + (elapsed * perMinute), capacity), now > AsOf ? now : AsOf);
    }

    /// <summary>Takes as many tokens as there are, at most those wanted.</summary>
    /// <param name="perMinute">The limit, 1 to <see cref="HighestLimit"/>.</param>
    /// <param name="wanted">How many, 0 at least.</param>
    /// <param name="now">The time.</param>
    public TokenGrant Take(int perMinute, int wanted, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wanted);
        var bucket = At(perMinute, now);
        int granted = Math.Min(wanted, bucket.Tokens);
        return new TokenGrant(granted, bucket with { Level = bucket.Level - (granted * UnitsPerToken) });
    }

    /// <summary>The bucket with tokens put into it, up to what it holds at most.</summary>
    public TokenBucket With(int perMinute, long tokens) =>
        this with { Level = Math.Min(Level + (Math.Clamp(tokens, 0, perMinute) * UnitsPerToken), Capacity(perMinute)) };

    /// <summary>How long after <see cref="AsOf"/> it holds a whole token; zero when it does.</summary>
    /// <param name="perMinute">The limit, 1 to <see cref="HighestLimit"/>.</param>
    public TimeSpan UntilNext(int perMinute) => Until(UnitsPerToken, perMinute);

    /// <summary>How long after <see cref="AsOf"/> it is full; zero when it is.</summary>
    /// <param name="perMinute">The limit, 1 to <see cref="HighestLimit"/>.</param>
    public TimeSpan UntilFull(int perMinute) => Until(Capacity(perMinute), perMinute);

    private static long Capacity(int perMinute)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perMinute, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(perMinute, HighestLimit);
        return perMinute * UnitsPerToken;
    }

    // Rounded up, so that whoever waits that long does not wait in vain.
    private TimeSpan Until(long level, int perMinute) =>
        Level >= level ? TimeSpan.Zero : new TimeSpan((level - Level + perMinute - 1) / perMinute);
}
