namespace SloFunctions.Domain.Telemetry;

/// <summary>What was measured of one service in one hour.</summary>
/// <param name="Hour">The hour's start, UTC.</param>
/// <param name="Counts">Requests; a total of zero means observed without traffic.</param>
/// <param name="Latency">The durations of the same requests; null when no histogram was exported.</param>
/// <param name="ThrottledSeconds">Seconds in which the service's containers were held back by their CPU quota; null when not exported.</param>
public sealed record HourlySli(DateTimeOffset Hour, SliCounts Counts, LatencyHistogram? Latency, double? ThrottledSeconds);
