using SloFunctions.Application.Observability;

namespace SloFunctions.Functions.Observability;

/// <summary>The figures of the platform as metrics. They are the same whichever instance tells them.</summary>
internal static class PlatformMetrics
{
    /// <summary>The metrics; only that there are no figures when there are none.</summary>
    public static IEnumerable<MetricFamily> Of(PlatformFigures? figures, DateTimeOffset now)
    {
        yield return Gauge("slo_up", "Whether the database gives its figures.", MetricSample.Of(figures is null ? 0 : 1));
        if (figures is null) yield break;

        yield return Gauge(
            "slo_services",
            "Known services: registered ones, and those known only because others call them.",
            MetricSample.Of(figures.ServicesInScope, new KeyValuePair<string, string>("scope", "in_scope")),
            MetricSample.Of(figures.ServicesDiscovered, new KeyValuePair<string, string>("scope", "discovered")));
        yield return Gauge("slo_dependency_graph_nodes", "Services in the dependency graph.", MetricSample.Of(figures.Nodes));
        yield return Gauge("slo_dependency_graph_edges", "Dependencies in the dependency graph.", MetricSample.Of(figures.Dependencies));
        yield return Gauge("slo_circular_dependencies_open", "Circular dependencies that nobody has acknowledged or resolved.", MetricSample.Of(figures.OpenCycles));
        yield return Gauge("slo_graph_dead_letters", "Graph events and submissions that are kept as dead letters.", MetricSample.Of(figures.DeadLetters));
        yield return Gauge("slo_graph_submissions_waiting", "Large graph submissions that are still to be stored.", MetricSample.Of(figures.WaitingSubmissions));
        int none = figures.ServicesInScope - figures.RecommendedServices - figures.OutdatedServices;
        yield return Gauge(
            "slo_recommendation_services",
            "Registered services by the state of their recommendations.",
            MetricSample.Of(figures.RecommendedServices, new KeyValuePair<string, string>("state", "valid")),
            MetricSample.Of(figures.OutdatedServices, new KeyValuePair<string, string>("state", "outdated")),
            MetricSample.Of(none, new KeyValuePair<string, string>("state", "none")));
        yield return Gauge("slo_database_size_bytes", "The space that the database takes.", MetricSample.Of(figures.Database.Bytes));
        yield return Gauge("slo_database_connections", "Connections to any database of the server.", MetricSample.Of(figures.Database.Connections));
        yield return Gauge("slo_database_connections_limit", "As many connections as the server allows.", MetricSample.Of(figures.Database.ConnectionsLimit));
        if (figures.Through is { } through)
            yield return Gauge("slo_telemetry_freshness_seconds", "Time since the end of the last hour of telemetry that is stored.", MetricSample.Of((now - through).TotalSeconds));
        yield return Gauge(
            "slo_objective_ratio",
            "The share of requests that an active SLO wants to be good.",
            [.. figures.Objectives.Select(o => MetricSample.Of(o.Ratio, new("service_id", o.ServiceId), new("sli_type", o.SliType)))]);
    }

    private static MetricFamily Gauge(string name, string help, params MetricSample[] samples) => new(name, "gauge", help, samples);
}
