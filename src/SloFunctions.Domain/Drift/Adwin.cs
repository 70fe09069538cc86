namespace SloFunctions.Domain.Drift;

/// <summary>
/// Adaptive windowing (Bifet and Gavaldà 2007, "Learning from time-changing data with adaptive windowing"): a window that loses
/// its oldest values as long as two parts of it have means that differ by more than chance. Gives the same indices as the river
/// library, in its version that tries every cut.
/// </summary>
public sealed class Adwin : IDriftDetector
{
    private readonly AdwinOptions options;
    private readonly AdwinBuckets window;
    private long ticks;
    private bool isDetected;

    /// <summary>A detector that has seen nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public Adwin(AdwinOptions options)
    {
        if (options.Delta is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(options), options.Delta, "Delta is in (0, 1).");
        if (options.Clock < 1) throw new ArgumentOutOfRangeException(nameof(options), options.Clock, "The clock is 1 or more.");
        if (options.MaxBuckets < 2) throw new ArgumentOutOfRangeException(nameof(options), options.MaxBuckets, "At least two buckets of a size are needed.");
        if (options.LeastSide < 1) throw new ArgumentOutOfRangeException(nameof(options), options.LeastSide, "A side has at least one value.");
        if (options.Grace < 0) throw new ArgumentOutOfRangeException(nameof(options), options.Grace, "The grace is 0 or more.");
        this.options = options;
        window = new AdwinBuckets(options.MaxBuckets);
    }

    /// <summary>Values in the window.</summary>
    public long Width => window.Width;

    /// <summary>Sum of the values in the window.</summary>
    public double Sum => window.Sum;

    /// <summary>Sum of the squared deviations from the window's mean.</summary>
    public double Squares => window.Squares;

    /// <summary>The difference of the means at the cut that came nearest to being a change, or was one, in the last search.</summary>
    public double Statistic { get; private set; }

    /// <summary>What the difference at that cut had to exceed.</summary>
    public double Threshold { get; private set; }

    /// <inheritdoc/>
    public bool Update(double value)
    {
        if (!double.IsFinite(value)) return false;
        if (isDetected) Reset();
        window.Add(value);
        ticks++;
        if (ticks % options.Clock != 0 || window.Width <= options.Grace) return false;
        isDetected = HasCut();
        if (!isDetected) return false;
        var (statistic, threshold) = (Statistic, Threshold);
        do window.RemoveOldest();
        while (HasCut());
        (Statistic, Threshold) = (statistic, threshold);
        return true;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        window.Clear();
        isDetected = false;
        ticks = 0;
        Statistic = Threshold = 0;
    }

    // From the oldest value on, cut after each bucket.
    private bool HasCut()
    {
        double before = 0, sumBefore = 0, width = window.Width, difference = 0, bound = 0;
        double log = Math.Log(2 * Math.Log(width) / options.Delta), variance = window.Squares / width;
        for (int row = window.LastRow; row >= 0; row--)
        {
            double size = 1L << row;
            for (int bucket = 0; bucket < window.Count(row); bucket++)
            {
                before += size;
                sumBefore += window.SumOf(row, bucket);
                double after = width - before;
                if (before < options.LeastSide || after < options.LeastSide) continue;
                double here = Math.Abs((sumBefore / before) - ((window.Sum - sumBefore) / after));
                double weight = (1 / (before - options.LeastSide + 1)) + (1 / (after - options.LeastSide + 1));
                double limit = Math.Sqrt(2 * weight * variance * log) + (2.0 / 3 * weight * log);
                if (bound == 0 || here * bound > difference * limit) (difference, bound) = (here, limit);
                if (here <= limit) continue;
                (Statistic, Threshold) = (here, limit);
                return true;
            }
        }

        (Statistic, Threshold) = (difference, bound);
        return false;
    }
}
