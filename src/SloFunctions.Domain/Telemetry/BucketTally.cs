namespace SloFunctions.Domain.Telemetry;

/// <summary>
/// Puts the buckets that one service's instances have counted into together, and tells a histogram from numbers that look
/// like one: <c>histogram_quantile</c> gives finite, wrong values for sums of different layouts, for instance.
/// </summary>
public sealed class BucketTally
{
    /// <summary>The most finite bounds that a histogram is kept with.</summary>
    public const int MostBounds = 200;

    // Buckets scraped while they are being counted into differ by requests of that moment.
    private const long RequestsOfAMoment = 2;
    private const long MomentsAnHour = 100;

    // Sorted by bound. Hundreds of thousands of these are held at once, which leaves no room for trees.
    private readonly List<double> bounds = [];
    private readonly List<long> counts = [];
    private Dictionary<double, long>? series;
    private bool hasNonsense;

    /// <summary>Adds durations at or below a bound, +∞ for all; bounds that are equal but were written differently are one.</summary>
    /// <param name="bound">An upper bound, not NaN.</param>
    /// <param name="count">Whole durations; null where the bucket made no sense.</param>
    public void Add(double bound, long? count)
    {
        if (count is not { } known)
        {
            hasNonsense = true;
            return;
        }

        int index = bounds.BinarySearch(bound);
        if (index >= 0)
        {
            counts[index] += known;
            return;
        }

        bounds.Insert(~index, bound);
        counts.Insert(~index, known);
    }

    /// <summary>Adds the number of series that count up to a bound; without any, layouts are taken to be the same.</summary>
    public void AddSeries(double bound, long number) => (series ??= [])[bound] = series.GetValueOrDefault(bound) + number;

    /// <summary>The durations counted.</summary>
    /// <param name="requests">The requests of the same time.</param>
    /// <returns>A histogram, or null and why; null and no defect where there is nothing to measure.</returns>
    public (LatencyHistogram? Latency, TelemetryDefects Defects) ToHistogram(long requests)
    {
        if (hasNonsense) return (null, TelemetryDefects.LatencyNotANumber);
        bool hasTotal = bounds is [.., double.PositiveInfinity];
        int finite = hasTotal ? bounds.Count - 1 : bounds.Count;
        if (finite == 0) return (null, TelemetryDefects.None);
        if (finite > MostBounds) return (null, TelemetryDefects.TooManyBuckets);
        if (!hasTotal) return (null, TelemetryDefects.MissingInfinity);

        long total = counts[^1];
        var defects = TelemetryDefects.None;
        if (series?.Values.Distinct().Count() > 1) defects |= TelemetryDefects.MixedLayouts;
        // Sums of different layouts may well fall, without any of them doing so.
        else if (IsFalling(Slack(total))) defects |= TelemetryDefects.BucketsNotMonotonic;
        if (total > requests + Slack(requests)) defects |= TelemetryDefects.MoreDurationsThanRequests;
        return defects == TelemetryDefects.None ? (new LatencyHistogram(bounds[..finite], counts), defects) : (null, defects);
    }

    private static long Slack(long count) => Math.Max(RequestsOfAMoment, count / MomentsAnHour);

    // A larger bucket holds the smaller ones; small steps back are evened out by the histogram, as Prometheus does.
    private bool IsFalling(long slack)
    {
        long highest = 0;
        foreach (long count in counts)
        {
            if (count + slack < highest) return true;
            highest = Math.Max(highest, count);
        }

        return false;
    }
}
