using MathNet.Numerics.Distributions;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Stationarity;

/// <summary>
/// By how much all requests of a day were slower than usual at that time of day, read off the shares within bucket
/// boundaries: a share near a boundary moves at once, while an interpolated quantile stays within its bucket.
/// </summary>
/// <remarks>
/// Shares become normal scores, in which a lognormal latency that grows by a factor moves every boundary by the same
/// distance; the slope between neighbouring boundaries turns that distance into a logarithm of the factor. Boundaries weigh by
/// how much their counts tell.
/// </remarks>
internal sealed class LatencyLevels
{
    private const double FewestRequests = 100;

    // Beyond these, hardly any requests define the score.
    private const double LeastShare = 0.0005;

    private readonly LatencyHistogram layout;
    private readonly LatencyHistogram?[][] days;
    private readonly double[] slopes;

    // By hour of the day, then by bound.
    private readonly double[][] usualShares;

    /// <summary>Learns what is usual.</summary>
    /// <param name="days">Whole days.</param>
    /// <param name="merged">All durations of the latest bucket layout.</param>
    public LatencyLevels(HourlySli?[][] days, LatencyHistogram merged)
    {
        layout = merged;
        this.days = [.. days.Select(day => Array.ConvertAll(day, Measured))];
        slopes = [.. Enumerable.Range(0, layout.Bounds.Count).Select(Slope)];
        usualShares = [.. Enumerable.Range(0, HistoryDays.Hours).Select(UsualAt)];
    }

    /// <summary>One entry a day, by the boundaries within which a share in the given range lies; null where none tells anything.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    public IReadOnlyList<DayLevel?> Within(double from, double to)
    {
        int[] bounds = [.. Enumerable.Range(0, layout.Bounds.Count).Where(b => Share(b) >= from && Share(b) < to && slopes[b] > 0)];
        return [.. days.Select(day => Level(day, bounds))];
    }

    private DayLevel? Level(LatencyHistogram?[] day, int[] bounds)
    {
        double total = 0;
        foreach (var hour in day) total += hour?.Total ?? 0;
        if (total < FewestRequests) return null;

        double shifts = 0, weights = 0;
        foreach (int bound in bounds)
        {
            var (within, expected) = Requests(day, bound);
            double usual = expected / total;
            if (usual is <= LeastShare or >= 1 - LeastShare) continue;
            double score = Score(usual);
            double slope = slopes[bound];
            double weight = total * Math.Pow(slope * Normal.PDF(0, 1, score), 2) / (usual * (1 - usual));
            shifts += weight * (score - Score((within + 0.5) / (total + 1))) / slope;
            weights += weight;
        }

        return weights > 0 ? new DayLevel(shifts / weights, 1 / Math.Sqrt(weights)) : null;
    }

    // Those within the boundary, and those usually within it at the hours measured.
    private (double Within, double Expected) Requests(LatencyHistogram?[] day, int bound)
    {
        double within = 0, expected = 0;
        for (int i = 0; i < day.Length; i++)
        {
            if (day[i] is not { } hour) continue;
            within += hour.Cumulative[bound];
            expected += hour.Total * usualShares[i][bound];
        }

        return (within, expected);
    }

    private double[] UsualAt(int hour)
    {
        long[] sums = new long[layout.Cumulative.Count];
        foreach (var day in days) day[hour]?.AddTo(sums);
        double total = sums[^1];
        return [.. Enumerable.Range(0, layout.Bounds.Count).Select(b => total > 0 ? sums[b] / total : Share(b))];
    }

    private LatencyHistogram? Measured(HourlySli? hour) => hour?.Latency is { Total: > 0 } latency && latency.HasLayoutOf(layout) ? latency : null;

    private double Share(int bound) => (double)layout.Cumulative[bound] / layout.Total;

    // Of the normal score along the logarithm of the latency; 0 where no neighbour tells it.
    private double Slope(int bound)
    {
        int low = IsTelling(bound - 1) ? bound - 1 : bound;
        int high = IsTelling(bound + 1) ? bound + 1 : bound;
        return low == high || !IsTelling(bound)
            ? 0
            : (Score(Share(high)) - Score(Share(low))) / Math.Log(layout.Bounds[high] / layout.Bounds[low]);
    }

    private bool IsTelling(int bound) => bound >= 0 && bound < layout.Bounds.Count && layout.Bounds[bound] > 0
        && Share(bound) is > LeastShare and < 1 - LeastShare;

    private static double Score(double share) => Normal.InvCDF(0, 1, share);
}
