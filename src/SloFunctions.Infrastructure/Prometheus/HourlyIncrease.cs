using static SloFunctions.Infrastructure.Prometheus.PromQl;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>
/// The PromQL for what a counter gained in the hour that ends at the evaluation time, summed by labels. <c>increase()</c>
/// extrapolates: it is fractional, it overstates a series that begins inside the hour and it hides that series' first
/// value. Differences of the last samples before both ends of the hour are whole numbers, and successive hours add up.
/// </summary>
/// <param name="replicaLabels">Labels that only tell apart servers that scrape the same target.</param>
/// <param name="instanceLabels">The service label and the labels that tell its instances apart.</param>
public sealed class HourlyIncrease(IReadOnlyList<string> replicaLabels, IReadOnlyList<string> instanceLabels)
{
    // One millisecond more than an hour sees the sample at the hour's start, one less does not, whether the server
    // counts the start of a range as inside (Prometheus 2) or outside (Prometheus 3).
    private const string WithStart = "[3600001ms]";
    private const string WithoutStart = "[3599999ms]";

    /// <summary>The query.</summary>
    /// <param name="counter">A selector of counter series.</param>
    /// <param name="by">The labels to sum by.</param>
    public string Of(string counter, params string[] by)
    {
        string last = $"last_over_time({counter}{WithoutStart})";
        string start = $"({counter} offset 1h)";
        string reset = $"(resets({counter}{WithStart}) > 0)";

        string steady = $"(({last} - {start}) unless {reset})";
        string restarted = $"((increase({counter}{WithStart}) * {Correction}) and {start})";
        // Counters begin at zero: a series that is new on an instance seen before counts in full.
        string born = $"((({last} unless {start}) unless {reset}) and on {Labels(instanceLabels)} {start})";
        // Nothing is known of an instance before its first sample, so that only what was seen to be added counts.
        string appeared = $"(({last} - min_over_time({counter}{WithoutStart})) and (count_over_time({counter}{WithoutStart}) > 1) unless {reset})";
        string appearedAndRestarted = $"(increase({counter}{WithoutStart}) and {reset})";

        string each = string.Join(" or ", steady, restarted, born, appeared, appearedAndRestarted);
        return $"sum by {Labels(by)} (max without {Labels(replicaLabels)} ({each}))";
    }

    // The extra millisecond of the range is extrapolated over; taking it back makes fully sampled hours whole numbers again.
    private const string Correction = "(3600000 / 3600001)";
}
