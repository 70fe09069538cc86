using System.Globalization;
using static SloFunctions.Infrastructure.Prometheus.PromQl;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>
/// The queries for points of several services, each of the time up to its evaluation. Detectors compare points with points that
/// were made alike, so that <c>increase()</c>, which extrapolates, does.
/// </summary>
/// <param name="options">How series are named.</param>
/// <param name="services">The services.</param>
/// <param name="window">What each point sums up; whole seconds.</param>
public sealed class DriftQueries(PrometheusOptions options, IReadOnlyCollection<string> services, TimeSpan window)
{
    private const string Percentile = "0.99";

    private readonly string range = Range(window);
    private readonly string[] replicas = PrometheusOptions.Names(options.ReplicaLabels);

    /// <summary>Whether several servers may have scraped the same target, which costs a third more to make up for; true unless set.</summary>
    public bool IsReplicated { get; set; } = true;

    private string Services => IsOneOf(options.ServiceLabel, services);

    /// <summary>The 99th percentile of latency by service; NaN where nobody asked.</summary>
    public string Latency =>
        $"histogram_quantile({Percentile}, {Sum($"rate({Select(options.LatencyMetric, Services)}{range})", options.ServiceLabel, "le")})";

    /// <summary>Requests by service.</summary>
    public string Totals => Sum($"increase({Select(options.RequestsMetric, Services)}{range})", options.ServiceLabel);

    /// <summary>Failed requests by service; nothing for a service of which no request ever failed.</summary>
    public string Errors => Sum(
        $"increase({Select(options.RequestsMetric, Services, Matches(options.StatusLabel, options.FailurePattern))}{range})", options.ServiceLabel);

    /// <summary>How many series several servers have scraped lately; nothing when there are none. Null where no label could tell.</summary>
    /// <param name="time">How long ago at most; whole seconds.</param>
    public string? Replicated(TimeSpan time)
    {
        var counts =
            from metric in new[] { options.RequestsMetric, options.LatencyMetric }
            from label in replicas
            select $"count(count_over_time({Select(metric, Services, IsNot(label, ""))}{Range(time)}))";
        return replicas.Length == 0 ? null : string.Join(" or ", counts);
    }

    private string Sum(string each, params string[] by) =>
        $"sum by {Labels(by)} ({(IsReplicated && replicas.Length > 0 ? $"max without {Labels(replicas)} ({each})" : each)})";

    private static string Range(TimeSpan time) => $"[{((long)time.TotalSeconds).ToString(CultureInfo.InvariantCulture)}s]";
}
