namespace SloFunctions.Domain.Drift;

/// <summary>
/// The Page-Hinkley test, two-sided: how far the sum of deviations from the mean so far rose above its minimum, or fell below its
/// maximum. Gives the same indices as the river library.
/// </summary>
public sealed class PageHinkley : IDriftDetector
{
    // River's start of the maximum; of no consequence after a few values.
    private const double FirstHighest = -1;

    private readonly PageHinkleyOptions options;
    private bool isDetected;
    private long count;
    private double mean, rising, falling, lowest, highest;

    /// <summary>A detector that has seen nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public PageHinkley(PageHinkleyOptions options)
    {
        this.options = options;
        if (!(options.Delta >= 0)) throw new ArgumentOutOfRangeException(nameof(options), options.Delta, "The tolerated deviation is 0 or more.");
        if (!(options.Threshold > 0)) throw new ArgumentOutOfRangeException(nameof(options), options.Threshold, "The threshold is above 0.");
        if (options.Alpha is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(options), options.Alpha, "The share that is kept is in (0, 1].");
        if (options.LeastPoints < 1) throw new ArgumentOutOfRangeException(nameof(options), options.LeastPoints, "At least one value is needed.");
        Reset();
    }

    /// <inheritdoc/>
    public double Statistic { get; private set; }

    /// <inheritdoc/>
    public double Threshold => options.Threshold;

    /// <inheritdoc/>
    public bool Update(double value)
    {
        if (!double.IsFinite(value)) return false;
        if (isDetected) Reset();
        count++;
        mean += (value - mean) / count;
        double deviation = value - mean;
        rising = (options.Alpha * rising) + deviation - options.Delta;
        falling = (options.Alpha * falling) + deviation + options.Delta;
        lowest = Math.Min(lowest, rising);
        highest = Math.Max(highest, falling);
        Statistic = options.Side switch
        {
            PageHinkleySide.Up => rising - lowest,
            PageHinkleySide.Down => highest - falling,
            _ => Math.Max(rising - lowest, highest - falling),
        };
        return isDetected = count >= options.LeastPoints && Statistic > options.Threshold;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        isDetected = false;
        count = 0;
        mean = rising = falling = Statistic = 0;
        lowest = double.PositiveInfinity;
        highest = FirstHighest;
    }
}
