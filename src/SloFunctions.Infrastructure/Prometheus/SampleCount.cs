namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Reads samples as counts.</summary>
internal static class SampleCount
{
    // Nothing real counts so much in an hour or a week, and years of it still fit into 64 bits.
    private const double Most = 1e15;

    /// <summary>The sample as a whole number; null where it cannot be a count.</summary>
    public static long? Of(double value) => value is >= 0 and <= Most ? (long)Math.Round(value, MidpointRounding.AwayFromZero) : null;

    /// <summary>The upper bound of a bucket; null where the series is no bucket, which must not keep others from being read.</summary>
    public static double? BoundOf(PrometheusSeries series) =>
        PrometheusAnswer.ReadValue(series.Labels.GetValueOrDefault("le")) is { } bound && (double.IsFinite(bound) || double.IsPositiveInfinity(bound))
            ? bound
            : null;
}
