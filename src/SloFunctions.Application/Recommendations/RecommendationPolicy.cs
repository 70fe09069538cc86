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

    /// <summary>How much memory stored answers may take so that they need no database, in megabytes; 0 for none. The default is 64.</summary>
    [Range(0, 4096)]
    public int CacheMegabytes { get; init; } = 64;

    /// <summary>
    /// How long an instance may serve what another one has replaced: after that it asks the database whether anything has
    /// changed. The default is half a second.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan CachePollInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How much longer while the database does not answer; then nothing is served without it. The default is 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan CacheGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many sets this process computes at once. The default is one a processor.</summary>
    [Range(1, 256)]
    public int ConcurrentGenerations { get; init; } = Environment.ProcessorCount;

    /// <summary>How many more may wait for their turn before requests are turned away. The default is 500.</summary>
    [Range(0, 100_000)]
    public int QueuedGenerations { get; init; } = 500;

    /// <summary>How long one may wait and be computed together. The default is 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan GenerationTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a recommendation waits for the trace store, which it can do without. The default is 3 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan JourneyTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The last days of history that can be computed with: up to the last stored hour, unless the aggregation lags too far.</summary>
    /// <param name="days">The days.</param>
    /// <param name="through">The end of the last stored hour; null before the first.</param>
    /// <param name="now">The present.</param>
    public TimeWindow Window(int days, DateTimeOffset? through, DateTimeOffset now) =>
        TimeWindow.LastDays(days, through is { } stored && now - stored <= TolerableLag ? stored : now);
}
