using SloFunctions.Domain.Stationarity;

namespace SloFunctions.Domain.Drift;

/// <summary>The level of some values of a series beside the usual one.</summary>
/// <param name="Value">In the unit of the series.</param>
/// <param name="Usual">What the baseline expects, in the same unit.</param>
/// <param name="Offset">Their distance on the transformed scale.</param>
internal readonly record struct ChangeLevel(double Value, double Usual, double Offset)
{
    private static readonly TimeSpan Block = TimeSpan.FromMinutes(5);

    /// <summary>The level of the values from one index to another, both included: the median of means of five minutes, or of the values themselves.</summary>
    public static ChangeLevel Of(DriftSeries series, DriftBaseline baseline, int first, int last, bool isMedian = false)
    {
        int width = isMedian ? 1 : (int)Math.Max(1, Block / series.Step);
        var means = new List<double>();
        double usual = 0;
        int points = 0;
        // From the end, so that a block that is not full is the oldest.
        for (int end = last; end >= first; end -= width)
        {
            double sum = 0;
            int count = 0;
            for (int i = end; i >= Math.Max(first, end - width + 1); i--)
            {
                var time = series.TimeOf(i);
                double z = baseline.Standardise(time, series.Values[i]);
                if (!double.IsFinite(z)) continue;
                sum += baseline.Signal == DriftSignal.Latency ? z * baseline.Scale : series.Values[i];
                usual += baseline.Centre(time);
                count++;
            }

            points += count;
            if (count > 0) means.Add(sum / count);
        }

        if (points == 0) return default;
        double middle = RobustStatistics.Median([.. means]), centre = usual / points;
        if (baseline.Signal == DriftSignal.Latency) return new ChangeLevel(Math.Exp(centre + middle), Math.Exp(centre), middle);
        return new ChangeLevel(middle, DriftTransform.Undo(baseline.Signal, centre), Math.Sqrt(middle) - centre);
    }
}
