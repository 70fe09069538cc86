namespace SloFunctions.Domain.Telemetry;

/// <summary>The hours measured of one service within a window; hours without a measurement are gaps.</summary>
public sealed class SliHistory
{
    private readonly HourlySli?[] hours;
    private readonly TelemetryDefects[] defects;

    // Asked for by everything that looks at latencies; a race computes it twice, to the same end.
    private readonly Lazy<LatencyHistogram?> latency;

    /// <summary>Arranges measurements by hour.</summary>
    /// <param name="window">The window; measurements outside it are refused.</param>
    /// <param name="measured">Measurements in any order, each hour at most once.</param>
    /// <exception cref="ArgumentException">An hour is outside the window or given twice.</exception>
    public SliHistory(TimeWindow window, IEnumerable<HourlySli> measured)
    {
        Window = window;
        hours = new HourlySli?[window.Hours];
        defects = new TelemetryDefects[window.Hours];
        var given = new bool[window.Hours];
        foreach (var sli in measured)
        {
            int index = window.IndexOf(sli.Hour);
            if (index < 0 || index >= hours.Length) throw new ArgumentException("An hour lies outside the window.", nameof(measured));
            if (given[index]) throw new ArgumentException("An hour is given twice.", nameof(measured));
            given[index] = true;
            defects[index] = sli.Defects;
            if (sli.IsMeasured) hours[index] = sli;
        }

        latency = new Lazy<LatencyHistogram?>(MergeLatencies, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The window looked at.</summary>
    public TimeWindow Window { get; }

    /// <summary>One entry an hour of the window; null where nothing was measured, or nothing that makes sense.</summary>
    public IReadOnlyList<HourlySli?> Hours => hours;

    /// <summary>One entry an hour of the window: what was wrong with its series.</summary>
    public IReadOnlyList<TelemetryDefects> Defects => defects;

    /// <summary>The requests of each hour; null where nothing was measured.</summary>
    public SliCounts?[] HourlyCounts() => [.. hours.Select(h => h?.Counts)];

    /// <summary>All requests of the window.</summary>
    public SliCounts Counts => hours.Aggregate(default(SliCounts), (sum, hour) => hour is null ? sum : sum + hour.Counts);

    /// <summary>
    /// All durations of the window; null without any. Hours whose bucket layout differs from the latest one are left out,
    /// since adding different layouts gives finite and wrong quantiles.
    /// </summary>
    public LatencyHistogram? Latency => latency.Value;

    private LatencyHistogram? MergeLatencies()
    {
        var latest = hours.LastOrDefault(h => h?.Latency is { Total: > 0 })?.Latency;
        if (latest is null) return null;
        var sums = new long[latest.Cumulative.Count];
        foreach (var hour in hours)
        {
            if (hour?.Latency is { } measured && latest.HasLayoutOf(measured)) measured.AddTo(sums);
        }

        return new LatencyHistogram(latest.Bounds, sums);
    }
}
