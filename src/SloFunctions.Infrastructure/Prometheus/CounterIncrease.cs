using static SloFunctions.Infrastructure.Prometheus.PromQl;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>
/// The PromQL for what a counter gained in the window, an hour for example, that ends at the evaluation time, summed by
/// labels. <c>increase()</c> extrapolates: it is fractional, it overstates a series that begins inside the window and it
/// hides that series' first value. Differences of the last samples before both ends of the window are whole numbers, and
/// successive windows add up, whenever inside the minute the scrapes happen.
/// </summary>
/// <param name="window">How long the window is; whole milliseconds.</param>
/// <param name="replicaLabels">Labels that only tell apart servers that scrape the same target.</param>
/// <param name="instanceLabels">The service label and the labels that tell its instances apart.</param>
public sealed class CounterIncrease(TimeSpan window, IReadOnlyList<string> replicaLabels, IReadOnlyList<string> instanceLabels)
{
    // As far back as Prometheus itself looks for the value at an instant.
    private const long Lookback = 300_000;

    private readonly long length = (long)window.TotalMilliseconds;

    // One millisecond less than the window does not see the sample at its start and one more does, whether the server
    // counts the start of a range as inside (Prometheus 2) or outside (Prometheus 3).
    private string Inside => $"[{length - 1}ms]";

    private string InsideAndStart => $"[{length + 1}ms]";

    private string Before => $"[{Lookback}ms] offset {length}ms";

    private string InsideAndBefore => $"[{length + Lookback}ms]";

    // The extra millisecond is extrapolated over; taking it back makes windows sampled at both ends whole numbers again.
    private string Correction => $"({length} / {length + 1})";

    /// <summary>The exact query where every series has a sample before the window and never restarts, and wrong elsewhere.</summary>
    /// <param name="counter">A selector of counter series.</param>
    /// <param name="by">The labels to sum by.</param>
    public string Steady(string counter, params string[] by) => Sum($"{Last(counter)} - {Start(counter)}", by);

    /// <summary>Counts the series for which <see cref="Steady"/> may be wrong; nothing where there are none.</summary>
    /// <param name="counter">A selector of counter series.</param>
    /// <param name="by">The label to count by.</param>
    public string Unsteady(string counter, string by) =>
        $"count by {Labels([by])} (({Last(counter)} unless {Start(counter)}) or (resets({counter}{InsideAndBefore}) > 0))";

    /// <summary>The query for all series, an order of magnitude dearer than <see cref="Steady"/>.</summary>
    /// <param name="counter">A selector of counter series.</param>
    /// <param name="by">The labels to sum by.</param>
    public string Of(string counter, params string[] by)
    {
        string last = Last(counter);
        string start = Start(counter);
        string highest = $"max_over_time({counter}{Inside})";
        // Also sees a restart between the last sample before the window and the first one in it.
        string restarts = $"(resets({counter}{InsideAndBefore}) - resets({counter}{Before}))";
        string restartedInside = $"(resets({counter}{Inside}) > 0)";

        string steady = $"(({last} - {start}) and ({restarts} == 0))";
        string restartedAtStart = $"(({last} and ({restarts} == 1)) unless {restartedInside})";
        // The highest value is that of the last sample before the restart, unless the counter has already passed it again.
        string restartedOnce = $"((({highest} > {last}) - {start} + {last}) and ({restarts} == 1))";
        // Counters begin at zero: a series that is new on an instance seen before counts in full.
        string born = $"((({last} unless {start}) unless {restartedInside}) and on {Labels(instanceLabels)} {start})";
        // Nothing is known of an instance before its first sample, so that only what was seen to be added counts.
        string appeared = $"((({last} - min_over_time({counter}{Inside})) and (count_over_time({counter}{Inside}) > 1)) unless {restartedInside})";
        string restartedOften = $"(increase({counter}{InsideAndStart}) * {Correction})";

        // The first of these that knows a series decides, so that the later ones see only what is left.
        return Sum(string.Join(" or ", steady, restartedAtStart, restartedOnce, born, appeared, restartedOften), by);
    }

    /// <summary>The label sets with a series that began in the window and has counted something; each with the value 1.</summary>
    /// <param name="counter">A selector of counter series.</param>
    /// <param name="by">The labels to group by.</param>
    public string Began(string counter, params string[] by) => $"group by {Labels(by)} (({Last(counter)} unless {Start(counter)}) > 0)";

    /// <summary>The number of series that had samples in the window.</summary>
    /// <param name="counter">A selector of counter series.</param>
    /// <param name="by">The labels to count by.</param>
    public string Series(string counter, params string[] by) =>
        $"count by {Labels(by)} (max without {Labels(replicaLabels)} ({Last(counter)}))";

    /// <summary>Names those with fewer series for one value of a label than for another; nothing where there are none.</summary>
    /// <param name="counter">A selector of counter series.</param>
    /// <param name="by">The label that names them.</param>
    /// <param name="label">The label whose values ought to have as many series each.</param>
    public string Uneven(string counter, string by, string label) => $"stddev by {Labels([by])} ({Series(counter, by, label)}) > 0";

    private string Last(string counter) => $"last_over_time({counter}{Inside})";

    private string Start(string counter) => $"last_over_time({counter}{Before})";

    private string Sum(string each, string[] by) => $"sum by {Labels(by)} (max without {Labels(replicaLabels)} ({each}))";
}
