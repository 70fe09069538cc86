using System.ComponentModel.DataAnnotations;
using SloFunctions.Domain.Telemetry;

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

    /// <summary>The last days of history that can be computed with: up to the last stored hour, unless the aggregation lags too far.</summary>
    /// <param name="days">The days.</param>
    /// <param name="through">The end of the last stored hour; null before the first.</param>
    /// <param name="now">The present.</param>
    public TimeWindow Window(int days, DateTimeOffset? through, DateTimeOffset now) =>
        TimeWindow.LastDays(days, through is { } stored && now - stored <= TolerableLag ? stored : now);
}
