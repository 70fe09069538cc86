using SloFunctions.TelemetryGenerator.Model;
using SloFunctions.TelemetryGenerator.Traffic;

namespace SloFunctions.TelemetryGenerator.Series;

/// <summary>Calls along each edge, as a trace backend counts them: a fixed number for each request of the caller, rounded down.</summary>
internal static class ServiceGraphSeries
{
    public static void Write(
        OpenMetricsWriter writer, Timeline timeline, IReadOnlyList<ServiceHistory> histories, IReadOnlyList<DependencyEdge> edges)
    {
        var callers = histories.ToDictionary(h => h.Service.Id);
        foreach (var edge in edges)
        {
            var series = OpenMetricsWriter.Utf8(
                $$"""traces_service_graph_request_total{client="{{edge.Source}}",server="{{edge.Target}}"} """);
            var requests = 0L;
            for (var sample = 0; sample <= timeline.Steps; sample++)
            {
                foreach (var pod in callers[edge.Source].Pods)
                {
                    requests += pod.Requests[sample];
                }

                writer.Sample(series, (long)(requests * edge.CallsPerRequest), sample);
            }
        }
    }
}
