using static SloFunctions.Infrastructure.Prometheus.PromQl;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>The queries about one service over the time that ends at their evaluation.</summary>
public sealed class ServiceQueries
{
    // How densely a gauge is looked at: about as often as it is scraped, and seldom enough for a week.
    private const string Resolution = "5m";

    private readonly PrometheusOptions options;
    private readonly string service;
    private readonly long window;
    private readonly CounterIncrease increase;

    /// <summary>Builds queries for series named as in <paramref name="options"/>.</summary>
    /// <param name="options">How series are named.</param>
    /// <param name="service">The service.</param>
    /// <param name="window">Whole seconds.</param>
    public ServiceQueries(PrometheusOptions options, string service, TimeSpan window)
    {
        (this.options, this.service, this.window) = (options, service, (long)window.TotalSeconds);
        string[] instances = [options.ServiceLabel, .. PrometheusOptions.Names(options.InstanceLabels)];
        increase = new CounterIncrease(window, PrometheusOptions.Names(options.ReplicaLabels), instances);
    }

    /// <summary>Requests by status.</summary>
    public string Requests => increase.Of(OfService(options.RequestsMetric), options.StatusLabel);

    /// <summary>Requests by upper bound of their duration.</summary>
    public string Latency => increase.Of(OfService(options.LatencyMetric), "le");

    /// <summary>The number of series for each upper bound.</summary>
    public string LatencySeries => increase.Series(OfService(options.LatencyMetric), "le");

    /// <summary>Seconds of CPU that the containers used.</summary>
    public string CpuSeconds => Sum($"increase({OfContainers(options.CpuMetric)}[{window}s])");

    /// <summary>Seconds in which the containers were held back.</summary>
    public string ThrottledSeconds => Sum($"increase({OfContainers(options.ThrottlingMetric)}[{window}s])");

    /// <summary>Bytes that the containers together hold, on average.</summary>
    public string MemoryBytes => $"avg_over_time({Sum(OfContainers(options.MemoryMetric))}[{window}s:{Resolution}])";

    private string OfService(string metric) => Select(metric, Is(options.ServiceLabel, service));

    private string OfContainers(string metric) => Select(metric, IsOneOf("pod", [service], TelemetryQueries.PodSuffix), IsNot("container", ""));

    private string Sum(string each) => $"sum(max without {Labels(PrometheusOptions.Names(options.ReplicaLabels))} ({each}))";
}
