namespace SloFunctions.Domain.Tests.Drift;

/// <summary>
/// ADWIN in lists, written for reading: buckets from the oldest to the newest. Also the former versions of river's, which passed
/// over the newest bucket of each size, and one of which lost the second term of the bound to a division of integers.
/// </summary>
internal sealed class ReferenceAdwin(double delta = 0.002, int clock = 32, bool skipsNewest = false, bool dropsSecondTerm = false)
{
    private const int MaxBuckets = 5, LeastSide = 5, Grace = 10;
    private readonly List<Bucket> buckets = [];
    private int ticks;
    private bool isDetected;

    public double Width => buckets.Sum(b => b.Size);

    public bool Update(double value)
    {
        if (isDetected) Clear();
        buckets.Add(new Bucket(1, value, 0));
        for (double size = 1; buckets.Count(b => b.Size == size) > MaxBuckets; size *= 2)
        {
            int oldest = buckets.FindIndex(b => b.Size == size);
            buckets[oldest] += buckets[oldest + 1];
            buckets.RemoveAt(oldest + 1);
        }

        if (++ticks % clock != 0 || Width <= Grace) return false;
        while (HasCut())
        {
            isDetected = true;
            buckets.RemoveAt(0);
        }

        return isDetected;
    }

    private void Clear()
    {
        buckets.Clear();
        ticks = 0;
        isDetected = false;
    }

    private bool HasCut()
    {
        var all = Join(buckets);
        double log = Math.Log(2 * Math.Log(all.Size) / delta), variance = all.Squares / all.Size;
        var before = new Bucket(0, 0, 0);
        for (int i = 0; i < buckets.Count; i++)
        {
            bool isNewest = i == buckets.Count - 1 || buckets[i + 1].Size != buckets[i].Size;
            if (skipsNewest && isNewest) continue;
            before = new Bucket(before.Size + buckets[i].Size, before.Sum + buckets[i].Sum, 0);
            var after = new Bucket(all.Size - before.Size, all.Sum - before.Sum, 0);
            if (before.Size < LeastSide || after.Size < LeastSide) continue;
            double m = (1 / (before.Size - LeastSide + 1)) + (1 / (after.Size - LeastSide + 1));
            double bound = Math.Sqrt(2 * m * variance * log) + (dropsSecondTerm ? 0 : 2.0 / 3 * m * log);
            if (Math.Abs(before.Mean - after.Mean) > bound) return true;
        }

        return false;
    }

    private static Bucket Join(IEnumerable<Bucket> parts) => parts.Aggregate((a, b) => a + b);

    private readonly record struct Bucket(double Size, double Sum, double Squares)
    {
        public double Mean => Sum / Size;

        public static Bucket operator +(Bucket a, Bucket b) => new(
            a.Size + b.Size,
            a.Sum + b.Sum,
            a.Squares + b.Squares + (a.Size * b.Size / (a.Size + b.Size) * (a.Mean - b.Mean) * (a.Mean - b.Mean)));
    }
}
