using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Maintenance;

/// <summary>What of a stored hour is left out of error budgets.</summary>
public static class Exclusion
{
    /// <summary>
    /// What was measured of the parts of an hour in maintenance, but never more than the hour holds: neither good nor bad
    /// requests, nor requests of any duration.
    /// </summary>
    /// <param name="stored">The hour as it is stored, with known requests.</param>
    /// <param name="parts">What was measured of its parts; a part with unknown requests counts nothing.</param>
    public static HourlySli Of(HourlySli stored, IReadOnlyList<HourlySli> parts)
    {
        var sum = parts.Where(p => p.IsMeasured).Aggregate(default(SliCounts), (sum, p) => sum + p.Counts);
        long good = Math.Min(sum.Good, stored.Counts.Good);
        long bad = Math.Min(sum.Bad, stored.Counts.Bad);
        return new HourlySli(stored.Hour, new SliCounts(good, good + bad), LatencyOf(stored.Latency, parts), null);
    }

    // A histogram with other buckets cannot be taken away from the stored one; then its requests stay.
    private static LatencyHistogram? LatencyOf(LatencyHistogram? stored, IReadOnlyList<HourlySli> parts)
    {
        if (stored is null) return null;
        var usable = parts.Select(p => p.Latency).OfType<LatencyHistogram>().Where(stored.HasLayoutOf).ToList();
        if (usable.Count == 0) return null;

        var cumulative = new long[stored.Cumulative.Count];
        long sum = 0;
        for (int i = 0; i < cumulative.Length; i++)
        {
            long measured = usable.Sum(h => InBucket(h, i));
            cumulative[i] = sum += Math.Min(measured, InBucket(stored, i));
        }

        return new LatencyHistogram(stored.Bounds, cumulative);
    }

    private static long InBucket(LatencyHistogram histogram, int i) => histogram.Cumulative[i] - (i == 0 ? 0 : histogram.Cumulative[i - 1]);
}
