namespace SloFunctions.Application.Telemetry;

/// <summary>How long the fastest share of requests takes.</summary>
/// <param name="Percentile">The share, in (0, 1): 0.99 for the 99th percentile.</param>
/// <param name="Seconds">The duration, in seconds.</param>
/// <param name="IsAtLeast">Whether the true duration lies beyond what the buckets can tell, so that this is only a lower bound.</param>
public sealed record LatencyPercentile(double Percentile, double Seconds, bool IsAtLeast = false);
