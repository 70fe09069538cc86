namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Where the metric store is and how its series are named. Bound from the section <see cref="Section"/>.</summary>
public sealed class PrometheusOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Prometheus";

    /// <summary>The base address of a Prometheus-compatible HTTP API, for example <c>http://prometheus:9090</c>.</summary>
    public string Url { get; set; } = "";

    /// <summary>How long one attempt of a query may take. The default is 30 seconds.</summary>
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a sign of life may take. The default is one second.</summary>
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The counter of requests.</summary>
    public string RequestsMetric { get; set; } = "http_requests_total";

    /// <summary>The buckets of the histogram of request durations in seconds.</summary>
    public string LatencyMetric { get; set; } = "http_request_duration_seconds_bucket";

    /// <summary>The counter of seconds in which containers were held back by their CPU quota.</summary>
    public string ThrottlingMetric { get; set; } = "container_cpu_cfs_throttled_seconds_total";

    /// <summary>The label that names the service.</summary>
    public string ServiceLabel { get; set; } = "service";

    /// <summary>The label that holds the HTTP status.</summary>
    public string StatusLabel { get; set; } = "status";

    /// <summary>Which statuses are failures: a regular expression that must match the whole label.</summary>
    public string FailurePattern { get; set; } = "5..";

    /// <summary>Labels that only tell apart several Prometheus servers scraping the same target; such series are counted once. Comma-separated.</summary>
    public string ReplicaLabels { get; set; } = "prometheus_replica";

    /// <summary>Labels that together with the service name one running instance. Comma-separated.</summary>
    public string InstanceLabels { get; set; } = "instance,pod";
}
