using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Telemetry;

/// <summary>What was counted of a service over a window.</summary>
/// <param name="Service">The service.</param>
/// <param name="HoursMeasured">Hours with a measurement, with or without traffic; at least one.</param>
/// <param name="Counts">All requests.</param>
/// <param name="Latency">The durations of the hours with the latest bucket layout; null without any.</param>
public sealed record WindowSums(ServiceId Service, int HoursMeasured, SliCounts Counts, LatencyHistogram? Latency)
{
    private const int SecondsAnHour = 3600;
    private const int RatioDigits = 12;
    private const int OtherDigits = 6;

    private static readonly (AggregateType Type, double Quantile)[] Latencies =
        [(AggregateType.LatencyP50, 0.5), (AggregateType.LatencyP95, 0.95), (AggregateType.LatencyP99, 0.99)];

    /// <summary>
    /// The indicators of the window, each from sums. Ratios and percentiles are missing without requests, which is missing
    /// data; the rate is per second of the hours that were measured, so that a gap does not look like less traffic.
    /// </summary>
    public IEnumerable<SliAggregate> Aggregates()
    {
        yield return Of(AggregateType.RequestRate, decimal.Round((decimal)Counts.Total / (SecondsAnHour * HoursMeasured), OtherDigits), Counts.Total);
        if (Counts.Total > 0)
        {
            yield return Of(AggregateType.Availability, decimal.Round((decimal)Counts.Good / Counts.Total, RatioDigits), Counts.Total);
            yield return Of(AggregateType.ErrorRate, decimal.Round((decimal)Counts.Bad / Counts.Total, RatioDigits), Counts.Total);
        }

        if (Latency is not { Total: > 0 } latency) yield break;
        foreach (var (type, quantile) in Latencies)
            yield return Of(type, decimal.Round((decimal)latency.Quantile(quantile) * 1000, OtherDigits), latency.Total);
    }

    private SliAggregate Of(AggregateType type, decimal value, long samples) => new(Service, type, value, samples);
}
