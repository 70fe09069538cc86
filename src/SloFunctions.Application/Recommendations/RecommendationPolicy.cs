namespace SloFunctions.Application.Recommendations;

/// <summary>How recommendations are kept and aged.</summary>
public sealed record RecommendationPolicy
{
    /// <summary>How long a recommendation is served without computing it anew. The default is 24 hours.</summary>
    public TimeSpan CacheLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How far the aggregation may lag before its missing hours count as gaps of the look-back window; until then the
    /// window ends with the last stored hour. The default is 24 hours.
    /// </summary>
    public TimeSpan TolerableLag { get; init; } = TimeSpan.FromHours(24);
}
