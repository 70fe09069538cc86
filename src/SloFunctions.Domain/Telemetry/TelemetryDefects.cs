namespace SloFunctions.Domain.Telemetry;

/// <summary>What was wrong with the series of one service in one hour. The numbers are stored and never change their meaning.</summary>
[Flags]
public enum TelemetryDefects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A request counter was NaN, infinite, negative or beyond belief: nothing is known of the hour.</summary>
    RequestsNotANumber = 1,

    /// <summary>A latency bucket was NaN, infinite, negative or beyond belief: the hour's latency is left out.</summary>
    LatencyNotANumber = 2,

    /// <summary>Finite buckets came without the +Inf one, so that their total is unknown: the hour's latency is left out.</summary>
    MissingInfinity = 4,

    /// <summary>A bucket held less than a smaller one by more than scrapes explain: the hour's latency is left out.</summary>
    BucketsNotMonotonic = 8,

    /// <summary>
    /// Instances counted into different buckets, whose sums are finite and wrong: the hour's latency is left out.
    /// </summary>
    MixedLayouts = 16,

    /// <summary>There were more durations than requests, so that they are not those of the requests: the hour's latency is left out.</summary>
    MoreDurationsThanRequests = 32,

    /// <summary>There were more buckets than are kept: the hour's latency is left out.</summary>
    TooManyBuckets = 64,
}
