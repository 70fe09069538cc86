namespace SloFunctions.Domain.Drift;

/// <summary>
/// A sliding window whose latest values are compared with all older ones by the Kolmogorov-Smirnov test. Where the river library
/// draws some of the older values at random, all of them count here: the same stream gives the same answer everywhere.
/// </summary>
public sealed class KolmogorovSmirnovWindow : IDriftDetector
{
    // River's: a smaller distance is of no interest however sure it is.
    private const double LeastDistance = 0.1;

    private readonly double[] values, older, recent;
    private readonly long criticalSteps;
    private int next, count;
    private bool isDetected;

    /// <summary>A detector that has seen nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public KolmogorovSmirnovWindow(KsOptions options)
    {
        if (options.Alpha is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(options), options.Alpha, "Alpha is in (0, 1).");
        if (options.Recent < 1) throw new ArgumentOutOfRangeException(nameof(options), options.Recent, "At least one recent value is needed.");
        if (options.Window <= options.Recent || options.Window > KolmogorovSmirnov.LargestExact)
            throw new ArgumentOutOfRangeException(nameof(options), options.Window, $"The window is above the recent values and at most {KolmogorovSmirnov.LargestExact}.");
        values = new double[options.Window];
        older = new double[options.Window - options.Recent];
        recent = new double[options.Recent];
        criticalSteps = Critical(options.Alpha, older.Length, recent.Length);
        Threshold = criticalSteps / ((double)older.Length * recent.Length);
    }

    /// <summary>The distance between the latest and the older values; 0 until the window is full.</summary>
    public double Statistic { get; private set; }

    /// <summary>The smallest distance that tells a change: its p-value is at most alpha, and it is above a tenth. Above 1 when no distance does.</summary>
    public double Threshold { get; }

    /// <summary>The chance of a distance as large as the last one without a change; 1 until the window is full.</summary>
    public double PValue => Statistic == 0 ? 1 : KolmogorovSmirnov.ExactPValue(Statistic, older.Length, recent.Length);

    /// <inheritdoc/>
    public bool Update(double value)
    {
        if (!double.IsFinite(value)) return false;
        if (isDetected) Reset();
        bool wasFull = count == values.Length;
        double oldest = values[next];
        values[next] = value;
        next = (next + 1) % values.Length;
        if (!wasFull) count++;
        if (count < values.Length) return false;
        if (wasFull)
        {
            double ageing = values[(next + older.Length - 1) % values.Length];
            Replace(older, oldest, ageing);
            Replace(recent, ageing, value);
        }
        else
        {
            values.AsSpan(0, older.Length).CopyTo(older);
            values.AsSpan(older.Length).CopyTo(recent);
            Array.Sort(older);
            Array.Sort(recent);
        }

        long steps = KolmogorovSmirnov.Steps(older, recent);
        Statistic = steps / ((double)older.Length * recent.Length);
        return isDetected = steps >= criticalSteps;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        next = count = 0;
        isDetected = false;
        Statistic = 0;
    }

    // The first place from which on p-values are small enough; one test a value then costs no p-value.
    private static long Critical(double alpha, int olderCount, int recentCount)
    {
        long all = (long)olderCount * recentCount;
        long low = (long)Math.Floor(all * LeastDistance) + 1, high = all + 1;
        while (low < high)
        {
            long middle = (low + high) / 2;
            if (KolmogorovSmirnov.ExactPValue(middle, olderCount, recentCount) <= alpha) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private static void Replace(double[] sorted, double gone, double come)
    {
        int from = Array.BinarySearch(sorted, gone), to = Array.BinarySearch(sorted, come);
        if (to < 0) to = ~to;
        if (to > from)
        {
            Array.Copy(sorted, from + 1, sorted, from, to - from - 1);
            sorted[to - 1] = come;
        }
        else
        {
            Array.Copy(sorted, to, sorted, to + 1, from - to);
            sorted[to] = come;
        }
    }
}
