using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Application.Recommendations;

/// <summary>How recommendations are kept and aged.</summary>
public sealed record RecommendationPolicy
{
    /// <summary>How long a recommendation is served without computing it anew, at most 30 days. The default is 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan CacheLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How far the aggregation may lag before its missing hours count as gaps of the look-back window; until then the
    /// window ends with the last stored hour. At most 30 days. The default is 24 hours.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan TolerableLag { get; init; } = TimeSpan.FromHours(24);
}
