using static SloFunctions.Infrastructure.Prometheus.PromQl;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>
/// The PromQL for what a counter gained in the hour that ends at the evaluation time, summed by labels. <c>increase()</c>
/// extrapolates: it is fractional, it overstates a series that begins inside the hour and it hides that series' first
/// value. Differences of the last samples before both ends of the hour are whole numbers, and successive hours add up,
/// whenever inside the minute the scrapes happen.
/// </summary>
/// <param name="replicaLabels">Labels that only tell apart servers that scrape the same target.</param>
/// <param name="instanceLabels">The service label and the labels that tell its instances apart.</param>
public sealed class HourlyIncrease(IReadOnlyList<string> replicaLabels, IReadOnlyList<string> instanceLabels)
{
    // One millisecond less than an hour does not see the sample at the hour's start and one more does, whether the server
    // counts the start of a range as inside (Prometheus 2) or outside (Prometheus 3).
    private const string Hour = "[3599999ms]";
    private const string HourAndStart = "[3600001ms]";

    // As far back as Prometheus itself looks for the value at an instant.
    private const string Before = "[5m] offset 1h";
    private const string HourAndBefore = "[65m]";

    // The extra millisecond is extrapolated over; taking it back makes hours sampled at both ends whole numbers again.
    private const string Correction = "(3600000 / 3600001)";

    /// <summary>The exact query where every series has a sample before the hour and never restarts, and wrong elsewhere.</summary>
    /// <param name="counter">A selector of counter series.</param>
    /// <param name="by">The labels to sum by.</param>
    public string Steady(string counter, params string[] by) => Sum($"{Last(counter)} - {Start(counter)}", by);

    /// <summary>Counts the series for which <see cref="Steady"/> may be wrong; nothing where there are none.</summary>
    /// <param name="counter">A selector of counter series.</param>
    /// <param name="by">The label to count by.</param>
    public string Unsteady(string counter, string by) =>
        $"count by {Labels([by])} (({Last(counter)} unless {Start(counter)}) or (resets({counter}{HourAndBefore}) > 0))";

    /// <summary>The query for all series, an order of magnitude dearer than <see cref="Steady"/>.</summary>
    /// <param name="counter">A selector of counter series.</param>
    /// <param name="by">The labels to sum by.</param>
    public string Of(string counter, params string[] by)
    {
        string last = Last(counter);
        string start = Start(counter);
        string highest = $"max_over_time({counter}{Hour})";
        // Also sees a restart between the last sample before the hour and the first one in it.
        string restarts = $"(resets({counter}{HourAndBefore}) - resets({counter}{Before}))";
        string restartedInside = $"(resets({counter}{Hour}) > 0)";

        string steady = $"(({last} - {start}) and ({restarts} == 0))";
        string restartedAtStart = $"(({last} and ({restarts} == 1)) unless {restartedInside})";
        // The highest value is that of the last sample before the restart, unless the counter has already passed it again.
        string restartedOnce = $"((({highest} > {last}) - {start} + {last}) and ({restarts} == 1))";
        // Counters begin at zero: a series that is new on an instance seen before counts in full.
        string born = $"((({last} unless {start}) unless {restartedInside}) and on {Labels(instanceLabels)} {start})";
        // Nothing is known of an instance before its first sample, so that only what was seen to be added counts.
        string appeared = $"((({last} - min_over_time({counter}{Hour})) and (count_over_time({counter}{Hour}) > 1)) unless {restartedInside})";
        string restartedOften = $"(increase({counter}{HourAndStart}) * {Correction})";

        // The first of these that knows a series decides, so that the later ones see only what is left.
        return Sum(string.Join(" or ", steady, restartedAtStart, restartedOnce, born, appeared, restartedOften), by);
    }

    private static string Last(string counter) => $"last_over_time({counter}{Hour})";

    private static string Start(string counter) => $"last_over_time({counter}{Before})";

    private string Sum(string each, string[] by) => $"sum by {Labels(by)} (max without {Labels(replicaLabels)} ({each}))";
}
