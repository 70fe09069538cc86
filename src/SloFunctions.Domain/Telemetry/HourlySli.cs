namespace SloFunctions.Domain.Telemetry;

/// <summary>What was measured of one service in one hour.</summary>
/// <param name="Hour">The hour's start, UTC.</param>
/// <param name="Counts">Requests; a total of zero means observed without traffic.</param>
/// <param name="Latency">The durations of the same requests; null when no histogram was exported, or none that can be right.</param>
/// <param name="ThrottledSeconds">Seconds in which the service's containers were held back by their CPU quota; null when not exported.</param>
/// <param name="Defects">What was wrong with the series, and has been left out.</param>
public sealed record HourlySli(
    DateTimeOffset Hour, SliCounts Counts, LatencyHistogram? Latency, double? ThrottledSeconds, TelemetryDefects Defects = TelemetryDefects.None)
{
    /// <summary>Whether the requests were counted; where not, the hour is a gap and all that is known of it are its defects.</summary>
    public bool IsMeasured => !Defects.HasFlag(TelemetryDefects.RequestsNotANumber);

    /// <summary>An hour of which nothing is known but that its counters made no sense.</summary>
    public static HourlySli Unknown(DateTimeOffset hour) => new(hour, default, null, null, TelemetryDefects.RequestsNotANumber);
}
