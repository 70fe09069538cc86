using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using SloFunctions.Infrastructure.Credentials;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Where the metric store is and how its series are named. Bound from the section <see cref="Section"/>.</summary>
public sealed class PrometheusOptions : StoreOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Prometheus";

    private const string MetricName = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private const string LabelName = "[a-zA-Z_][a-zA-Z0-9_]*";
    private const string LabelNames = $" *{LabelName}( *, *{LabelName})* *";

    /// <summary>The base address of a Prometheus-compatible HTTP API, for example <c>http://prometheus:9090</c>.</summary>
    [Required]
    public override string Url { get; set; } = "";

    /// <summary>What a token of Microsoft Entra ID is for. The default is the managed Prometheus of Azure Monitor.</summary>
    public override string EntraScope { get; set; } = "https://prometheus.monitor.azure.com/.default";

    /// <summary>How long one attempt of a query may take. The default is 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a sign of life may take. The default is one second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:30")]
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The counter of requests.</summary>
    [Required, RegularExpression(MetricName)]
    public string RequestsMetric { get; set; } = "http_requests_total";

    /// <summary>The buckets of the histogram of request durations in seconds.</summary>
    [Required, RegularExpression(MetricName)]
    public string LatencyMetric { get; set; } = "http_request_duration_seconds_bucket";

    /// <summary>The counter of seconds in which containers were held back by their CPU quota.</summary>
    [Required, RegularExpression(MetricName)]
    public string ThrottlingMetric { get; set; } = "container_cpu_cfs_throttled_seconds_total";

    /// <summary>The counter of seconds of CPU that containers used.</summary>
    [Required, RegularExpression(MetricName)]
    public string CpuMetric { get; set; } = "container_cpu_usage_seconds_total";

    /// <summary>The gauge of the memory that containers hold, in bytes.</summary>
    [Required, RegularExpression(MetricName)]
    public string MemoryMetric { get; set; } = "container_memory_working_set_bytes";

    /// <summary>The label that names the service.</summary>
    [Required, RegularExpression(LabelName)]
    public string ServiceLabel { get; set; } = "service";

    /// <summary>The label that holds the HTTP status.</summary>
    [Required, RegularExpression(LabelName)]
    public string StatusLabel { get; set; } = "status";

    /// <summary>Which statuses are failures: a regular expression that must match the whole label.</summary>
    public string FailurePattern { get; set; } = "5..";

    /// <summary>Labels that only tell apart several Prometheus servers scraping the same target; such series are counted once. Comma-separated.</summary>
    [RegularExpression(LabelNames)]
    public string ReplicaLabels { get; set; } = "prometheus_replica";

    /// <summary>Labels that together with the service name one running instance. Comma-separated.</summary>
    [RegularExpression(LabelNames)]
    public string InstanceLabels { get; set; } = "instance,pod";

    /// <summary>The counter of calls between services that a service graph connector keeps; empty when there is none.</summary>
    [RegularExpression(MetricName)]
    public string ServiceGraphMetric { get; set; } = "traces_service_graph_request_total";

    /// <summary>The label of that counter that names the caller.</summary>
    [Required, RegularExpression(LabelName)]
    public string ServiceGraphClientLabel { get; set; } = "client";

    /// <summary>The label of that counter that names the service called.</summary>
    [Required, RegularExpression(LabelName)]
    public string ServiceGraphServerLabel { get; set; } = "server";

    /// <summary>The label of that counter that tells calls from messages and from calls of uninstrumented ends.</summary>
    [Required, RegularExpression(LabelName)]
    public string ServiceGraphConnectionLabel { get; set; } = "connection_type";

    /// <summary>Over how long calls are looked for, 5 minutes to a day; not less than the time between two runs. The default is an hour.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan ServiceGraphLookBack { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The names in a comma-separated list.</summary>
    internal static string[] Names(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var broken in base.Validate(validationContext)) yield return broken;
        if (!IsPattern(FailurePattern)) yield return new ValidationResult("A regular expression is expected.", [nameof(FailurePattern)]);
    }

    private static bool IsPattern(string text)
    {
        try
        {
            _ = Regex.Match("", text, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
