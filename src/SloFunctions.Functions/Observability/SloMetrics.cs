using SloFunctions.Application.Observability;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Violations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Functions.Observability;

/// <summary>How objectives stand, as metrics by the names of the operations handbook. What is not known has no series.</summary>
internal static class SloMetrics
{
    /// <summary>The metrics; none when there are no figures.</summary>
    public static IEnumerable<MetricFamily> Of(IReadOnlyList<SloFigure>? figures)
    {
        if (figures is null) yield break;

        yield return new MetricFamily(
            "slo_service_info",
            "gauge",
            "1 for each service with an SLO in force, to tell its team and criticality.",
            [.. figures.DistinctBy(f => f.Service, StringComparer.Ordinal).Select(Service)]);
        yield return new MetricFamily(
            "slo_availability_percentage",
            "gauge",
            "The percentage of requests that were good as the objective means it, planned maintenance left out.",
            [.. from figure in figures from w in figure.Windows select Sample(w.GoodShare * 100, figure, "window", w.Window)]);
        yield return new MetricFamily(
            "slo_error_budget_remaining",
            "gauge",
            "The percentage of the error budget of 28 days that is left; below 0 when the objective is missed.",
            [.. from figure in figures where figure.RemainingShare is not null select Sample(figure.RemainingShare!.Value * 100, figure)]);
        yield return new MetricFamily(
            "slo_error_budget_burn_rate",
            "gauge",
            "How fast the error budget was spent: 1 spends it over 28 days.",
            [.. from figure in figures from w in figure.Windows select Sample(w.BurnRate, figure, "window", w.Window)]);
        yield return new MetricFamily(
            "slo_violations_total",
            "counter",
            "Violations of the objective so far, one that goes on included.",
            [.. from figure in figures from v in figure.Violations select Sample(v.Value, figure, "severity", Term<ViolationSeverity>.Name(v.Key))]);
        // Only a summary may have the label "quantile".
        yield return new MetricFamily(
            "slo_latency_seconds",
            "summary",
            "The promised percentile of the duration of requests, as measured over 28 days.",
            [.. from figure in figures where figure.Latency is not null select Sample(figure.Latency!.Seconds, figure, "quantile", PrometheusText.Number(figure.Latency.Percentile))]);
    }

    private static MetricSample Service(SloFigure figure)
    {
        KeyValuePair<string, string>[] labels = [new("service", figure.Service), new("criticality", Term<ServiceCriticality>.Name(figure.Criticality))];
        return MetricSample.Of(1, figure.Team is { } team ? [.. labels, new("team", team)] : labels);
    }

    private static MetricSample Sample(double value, SloFigure figure, params string[] label)
    {
        KeyValuePair<string, string>[] labels = [new("slo_name", figure.Objective), new("service", figure.Service)];
        return MetricSample.Of(value, label is [var name, var text] ? [.. labels, new(name, text)] : labels);
    }
}
