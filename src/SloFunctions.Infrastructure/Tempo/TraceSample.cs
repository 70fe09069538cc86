using SloFunctions.Application.Telemetry;

namespace SloFunctions.Infrastructure.Tempo;

/// <summary>Percentiles of a sample of traces.</summary>
internal static class TraceSample
{
    // Fewer beyond a percentile than this, and chance decides.
    private const int LeastBeyond = 5;

    /// <summary>The percentiles that the sample tells, in the order asked for.</summary>
    /// <param name="durations">Seconds, in any order.</param>
    /// <param name="percentiles">Shares in (0, 1).</param>
    public static IReadOnlyList<LatencyPercentile> Percentiles(IReadOnlyList<double> durations, IReadOnlyList<double> percentiles)
    {
        double[] sorted = [.. durations.Order()];
        return [.. percentiles.Where(p => (1 - p) * sorted.Length >= LeastBeyond - 1e-9).Select(p => new LatencyPercentile(p, AtRank(sorted, p)))];
    }

    // The smallest duration that at least this share does not exceed.
    private static double AtRank(double[] sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling((share * sorted.Length) - 1e-9) - 1, 0, sorted.Length - 1)];
}
