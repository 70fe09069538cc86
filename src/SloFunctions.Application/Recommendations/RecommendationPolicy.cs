namespace SloFunctions.Application.Recommendations;

/// <summary>How recommendations are kept and aged.</summary>
public sealed record RecommendationPolicy
{
    /// <summary>How long a recommendation is served without computing it anew; more than nothing. The default is 24 hours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public TimeSpan CacheLifetime
    {
        get;
        init => field = value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A recommendation lives for some time.");
    } = TimeSpan.FromHours(24);

    /// <summary>
    /// How far the aggregation may lag before its missing hours count as gaps of the look-back window; until then the
    /// window ends with the last stored hour. The default is 24 hours.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan TolerableLag
    {
        get;
        init => field = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A lag is not negative.");
    } = TimeSpan.FromHours(24);
}
