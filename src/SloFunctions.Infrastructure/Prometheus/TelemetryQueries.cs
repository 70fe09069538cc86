using static SloFunctions.Infrastructure.Prometheus.PromQl;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>The grouped queries of the hourly aggregation; each covers all services at once, or those that are named.</summary>
public sealed class TelemetryQueries
{
    /// <summary>What Kubernetes puts after a workload's name in the names of its pods.</summary>
    internal const string PodSuffix = "-[a-z0-9]+-[a-z0-9]{5}";

    private readonly PrometheusOptions options;
    private readonly CounterIncrease increase;

    /// <summary>Builds queries for series named as in <paramref name="options"/>.</summary>
    /// <param name="options">How series are named.</param>
    /// <param name="window">The time before the evaluation that requests are counted of, whole milliseconds; an hour unless given.</param>
    public TelemetryQueries(PrometheusOptions options, TimeSpan? window = null)
    {
        this.options = options;
        increase = new CounterIncrease(
            window ?? TimeSpan.FromHours(1), PrometheusOptions.Names(options.ReplicaLabels), [options.ServiceLabel, .. PrometheusOptions.Names(options.InstanceLabels)]);
    }

    /// <summary>Requests by service and status.</summary>
    public CounterQueries Requests =>
        new(increase, only => Select(options.RequestsMetric, Services(only)), options.ServiceLabel, options.StatusLabel);

    /// <summary>Requests by service and upper bound of their duration.</summary>
    public CounterQueries Latency => new(increase, only => Select(options.LatencyMetric, Services(only)), options.ServiceLabel, "le");

    /// <summary>Throttled seconds by service, which is the workload that Kubernetes names its pods after.</summary>
    public string Throttling(IReadOnlyCollection<string>? only)
    {
        // Without the form of a workload's pod, a service label of the exporter's own would be taken for the workload.
        string pods = only is null ? Matches("pod", $".+{PodSuffix}") : IsOneOf("pod", only, PodSuffix);
        string containers = Select(options.ThrottlingMetric, pods, IsNot("container", ""));
        string named = $"label_replace(increase({containers}[1h]), \"{Label(options.ServiceLabel)}\", \"$1\", \"pod\", \"(.*){PodSuffix}\")";
        return $"sum by {Labels([options.ServiceLabel])} (max without {Labels(PrometheusOptions.Names(options.ReplicaLabels))} ({named}))";
    }

    private string Services(IReadOnlyCollection<string>? only) =>
        only is null ? IsNot(options.ServiceLabel, "") : IsOneOf(options.ServiceLabel, only);
}
