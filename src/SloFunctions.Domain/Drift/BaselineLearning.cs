using SloFunctions.Domain.Stationarity;

namespace SloFunctions.Domain.Drift;

/// <summary>Learns what is usual.</summary>
internal static class BaselineLearning
{
    // Noise below these is finer than telemetry tells: a hundredth of a latency, or one failure in 40,000.
    private const double LeastLatencyScale = 0.01;
    private const double LeastErrorScale = 0.005;

    // Where more than half of the minutes have no failure at all, the rest of them tell the width; the largest ones are incidents.
    private const double Ordinary = 0.98;

    public static DriftBaseline? Of(DriftSignal signal, IReadOnlyList<DriftSeries> series)
    {
        var hours = Enumerable.Range(0, DriftBaseline.Hours).Select(_ => new List<double>()).ToArray();
        var (from, to) = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        foreach (var part in series)
        {
            for (int i = 0; i < part.Values.Count; i++)
            {
                double level = DriftTransform.Apply(signal, part.Values[i]);
                if (double.IsNaN(level)) continue;
                var time = part.TimeOf(i);
                hours[time.UtcDateTime.Hour].Add(level);
                if (time < from) from = time;
                if (time + part.Step > to) to = time + part.Step;
            }
        }

        int points = hours.Sum(values => values.Count);
        if (points < DriftPolicy.LeastBaselinePoints || hours.Count(values => values.Count > 0) < DriftBaseline.Hours / 2) return null;
        double[] medians = [.. hours.Select(values => values.Count == 0 ? double.NaN : RobustStatistics.Median(values.ToArray()))];
        double scale = Scale(signal, [.. hours.SelectMany((values, hour) => values.Select(value => value - medians[hour]))]);
        Fill(medians);
        return new DriftBaseline(signal, medians, scale, points, from, to);
    }

    private static double Scale(DriftSignal signal, double[] residuals)
    {
        double deviation = RobustStatistics.Deviation(residuals);
        if (deviation == 0) deviation = OrdinarySpread(residuals);
        return Math.Max(deviation, signal == DriftSignal.Latency ? LeastLatencyScale : LeastErrorScale);
    }

    private static double OrdinarySpread(double[] residuals)
    {
        double[] sizes = [.. residuals.Select(Math.Abs).Order()];
        double largest = sizes[(int)(Ordinary * (sizes.Length - 1))];
        return Math.Sqrt(sizes.Average(size => Math.Min(size, largest) * Math.Min(size, largest)));
    }

    // An hour in which nothing was ever measured gets the middle of the others.
    private static void Fill(double[] medians)
    {
        double middle = RobustStatistics.Median([.. medians.Where(double.IsFinite)]);
        for (int hour = 0; hour < medians.Length; hour++)
        {
            if (double.IsNaN(medians[hour])) medians[hour] = middle;
        }
    }
}
