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

    private readonly string range = $"[{((long)window.TotalSeconds).ToString(CultureInfo.InvariantCulture)}s]";

    private string Services => IsOneOf(options.ServiceLabel, services);

    /// <summary>The 99th percentile of latency by service; NaN where nobody asked.</summary>
    public string Latency =>
        $"histogram_quantile({Percentile}, {Sum($"rate({Select(options.LatencyMetric, Services)}{range})", options.ServiceLabel, "le")})";

    /// <summary>Requests by service.</summary>
    public string Totals => Sum($"increase({Select(options.RequestsMetric, Services)}{range})", options.ServiceLabel);

    /// <summary>Failed requests by service; nothing for a service of which no request ever failed.</summary>
    public string Errors => Sum(
        $"increase({Select(options.RequestsMetric, Services, Matches(options.StatusLabel, options.FailurePattern))}{range})", options.ServiceLabel);

    private string Sum(string each, params string[] by)
    {
        string[] replicas = PrometheusOptions.Names(options.ReplicaLabels);
        return $"sum by {Labels(by)} ({(replicas.Length == 0 ? each : $"max without {Labels(replicas)} ({each})")})";
    }
}
