namespace SloFunctions.Domain.Telemetry;

/// <summary>
/// A cumulative latency histogram as Prometheus exports it: for each upper bound the number of requests that took at most
/// that long. Exact at its bounds, interpolated between them.
/// </summary>
public sealed class LatencyHistogram
{
    private readonly double[] bounds;
    private readonly long[] cumulative;

    /// <summary>Builds a histogram.</summary>
    /// <param name="bounds">Finite upper bounds in seconds, strictly ascending, at least one.</param>
    /// <param name="cumulative">
    /// Requests at or below each bound, then all requests (the +Inf bucket): one more entry than <paramref name="bounds"/>,
    /// never negative. A count below its predecessor is raised to it, as <c>histogram_quantile</c> does, since scrapes of
    /// the buckets of one histogram are not atomic.
    /// </param>
    /// <exception cref="ArgumentException">The shapes or orders are wrong.</exception>
    public LatencyHistogram(IReadOnlyList<double> bounds, IReadOnlyList<long> cumulative)
    {
        if (bounds.Count == 0 || cumulative.Count != bounds.Count + 1)
            throw new ArgumentException("A histogram has a count for each bound and one more for all requests.", nameof(cumulative));
        for (int i = 0; i < bounds.Count; i++)
        {
            if (!double.IsFinite(bounds[i]) || (i > 0 && bounds[i] <= bounds[i - 1]))
                throw new ArgumentException("Bounds are finite and strictly ascending.", nameof(bounds));
        }

        this.bounds = [.. bounds];
        this.cumulative = RunningMaximum(cumulative);
    }

    /// <summary>Finite upper bounds in seconds, ascending.</summary>
    public IReadOnlyList<double> Bounds => bounds;

    /// <summary>Requests at or below each bound, then all requests.</summary>
    public IReadOnlyList<long> Cumulative => cumulative;

    /// <summary>All requests.</summary>
    public long Total => cumulative[^1];

    /// <summary>Whether <paramref name="other"/> has the same bounds; only such histograms can be added.</summary>
    public bool HasLayoutOf(LatencyHistogram other) => bounds == other.bounds || bounds.AsSpan().SequenceEqual(other.bounds);

    /// <summary>The requests of both histograms.</summary>
    /// <exception cref="ArgumentException">The layouts differ: the sum would be finite and wrong.</exception>
    public LatencyHistogram Plus(LatencyHistogram other)
    {
        if (!HasLayoutOf(other)) throw new ArgumentException("Histograms of different layouts cannot be added.", nameof(other));
        return new LatencyHistogram(Bounds, [.. Cumulative.Zip(other.Cumulative, (a, b) => a + b)]);
    }

    /// <summary>
    /// The <paramref name="q"/> quantile in seconds with the semantics of Prometheus' <c>histogram_quantile</c>: linear
    /// inside a bucket, from zero in the first, the highest finite bound when it lies beyond that.
    /// </summary>
    /// <param name="q">In [0, 1]; NaN gives NaN, below gives −∞, above +∞.</param>
    /// <returns>Seconds; NaN without requests, and for 0 when no request is in the first bucket.</returns>
    public double Quantile(double q)
    {
        if (double.IsNaN(q)) return double.NaN;
        if (q < 0) return double.NegativeInfinity;
        if (q > 1) return double.PositiveInfinity;
        if (Total == 0) return double.NaN;

        double rank = q * Total;
        int bucket = FirstBucketAtOrAbove(rank);
        if (bucket == Bounds.Count) return Bounds[^1];
        if (bucket == 0 && Bounds[0] <= 0) return Bounds[0];

        double lower = bucket == 0 ? 0 : Bounds[bucket - 1];
        long below = bucket == 0 ? 0 : Cumulative[bucket - 1];
        double value = lower + ((Bounds[bucket] - lower) * ((rank - below) / (Cumulative[bucket] - below)));

        // Rounding may carry the end of a bucket past its bound: 0.3 + (0.9 − 0.3) is more than 0.9.
        return Math.Min(value, Bounds[bucket]);
    }

    /// <summary>Whether the <paramref name="q"/> quantile lies beyond the highest finite bound, where it cannot be measured.</summary>
    public bool IsBeyondBounds(double q) => Total > 0 && FirstBucketAtOrAbove(q * Total) == Bounds.Count;

    /// <summary>Requests at or below <paramref name="bound"/>, exactly.</summary>
    /// <exception cref="ArgumentException">The value is none of the bounds, so that the count is unknown.</exception>
    public SliCounts AtOrBelow(double bound)
    {
        int place = bounds.AsSpan().IndexOf(bound);
        return place >= 0 ? new SliCounts(cumulative[place], Total) : throw new ArgumentException("Counts are known at the bounds only.", nameof(bound));
    }

    /// <summary>Adds the requests at or below each bound, then all, to sums of the same layout.</summary>
    internal void AddTo(long[] sums)
    {
        for (int i = 0; i < sums.Length; i++) sums[i] += cumulative[i];
    }

    private static long[] RunningMaximum(IReadOnlyList<long> counts)
    {
        var result = new long[counts.Count];
        long highest = 0;
        for (int i = 0; i < counts.Count; i++)
        {
            if (counts[i] < 0) throw new ArgumentException("Counts are never negative.", nameof(counts));
            result[i] = highest = Math.Max(highest, counts[i]);
        }

        return result;
    }

    private int FirstBucketAtOrAbove(double rank)
    {
        int bucket = 0;
        while (bucket < Bounds.Count && Cumulative[bucket] < rank) bucket++;
        return bucket;
    }
}
