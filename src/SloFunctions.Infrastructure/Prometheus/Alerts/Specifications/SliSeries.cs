using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Recommendations;
using static SloFunctions.Infrastructure.Prometheus.PromQl;

namespace SloFunctions.Infrastructure.Prometheus.Alerts.Specifications;

/// <summary>The series that objectives are measured by.</summary>
/// <param name="options">How series are named.</param>
internal sealed class SliSeries(PrometheusOptions options)
{
    private const string Buckets = "_bucket";

    /// <summary>All requests that count.</summary>
    public string Total(AlertedObjective objective) => objective.SliType == SliType.Availability
        ? Select(options.RequestsMetric, OfService(objective))
        : Select(options.LatencyMetric, OfService(objective), Is("le", "+Inf"));

    /// <summary>The failed requests of an availability objective.</summary>
    public string Failed(AlertedObjective objective) =>
        Select(options.RequestsMetric, OfService(objective), Matches(options.StatusLabel, options.FailurePattern));

    /// <summary>The requests of a latency objective that are answered in time.</summary>
    public string InTime(AlertedObjective objective) =>
        Select(options.LatencyMetric, OfService(objective), IsBound("le", objective.ThresholdSeconds!.Value));

    /// <summary>All requests of a latency objective, by the histogram's own count where its buckets are named as usual.</summary>
    public string Count(AlertedObjective objective) => options.LatencyMetric.EndsWith(Buckets, StringComparison.Ordinal)
        ? Select($"{options.LatencyMetric[..^Buckets.Length]}_count", OfService(objective))
        : Total(objective);

    /// <summary>The sum of series, each once however many servers scrape it.</summary>
    public string Sum(string series)
    {
        string[] replicas = PrometheusOptions.Names(options.ReplicaLabels);
        return replicas.Length == 0 ? $"sum({series})" : $"sum(max without {Labels(replicas)} ({series}))";
    }

    private string OfService(AlertedObjective objective) => Is(options.ServiceLabel, objective.Service.Value);
}
