using System.Globalization;
using SloFunctions.TelemetryGenerator.Model;
using SloFunctions.TelemetryGenerator.Traffic;

namespace SloFunctions.TelemetryGenerator.Series;

/// <summary>
/// The OpenMetrics text: families one after the other, in each the series one after the other, all samples of a series together.
/// promtool appends such runs to one series at a time, the fastest order it can be given.
/// </summary>
public sealed class MetricsFile(Timeline timeline, IReadOnlyList<ServiceHistory> histories)
{
    private static readonly string[] Bounds =
        [.. LatencyModel.Bounds.Select(b => b.ToString(b % 1 == 0 ? "0.0" : "R", CultureInfo.InvariantCulture)), "+Inf"];

    /// <summary>Writes everything, up to the closing <c># EOF</c>.</summary>
    /// <param name="stream">Where to; not closed.</param>
    /// <param name="edges">Calls to count; empty for request counters alone.</param>
    /// <param name="requestsOnly">Leaves out latency and throttling.</param>
    public void Write(Stream stream, IReadOnlyList<DependencyEdge> edges, bool requestsOnly)
    {
        using var writer = new OpenMetricsWriter(stream, timeline);
        writer.Text("# TYPE http_requests counter\n");
        ForEachPod((history, pod, labels) => WriteRequests(writer, history, pod, labels));
        if (!requestsOnly)
        {
            writer.Text("# TYPE http_request_duration_seconds histogram\n# UNIT http_request_duration_seconds seconds\n");
            ForEachPod((history, pod, labels) => WriteLatency(writer, history, pod, labels));
            writer.Text("# TYPE container_cpu_cfs_throttled_seconds counter\n# UNIT container_cpu_cfs_throttled_seconds seconds\n");
            ForEachPod((history, pod, labels) => WriteThrottling(writer, history, pod, labels));
            writer.Text("# TYPE traces_service_graph_request counter\n");
            ServiceGraphSeries.Write(writer, timeline, histories, edges);
        }

        writer.Text("# EOF\n");
    }

    private void ForEachPod(Action<ServiceHistory, PodHistory, string> write)
    {
        foreach (var history in histories)
        {
            foreach (var pod in history.Pods)
            {
                foreach (var replica in history.IsScrapedTwice ? new[] { ",prometheus_replica=\"a\"", ",prometheus_replica=\"b\"" } : [""])
                {
                    write(history, pod, replica);
                }
            }
        }
    }

    private static void WriteRequests(OpenMetricsWriter writer, ServiceHistory history, PodHistory pod, string replica)
    {
        foreach (var counter in pod.Statuses)
        {
            var series = OpenMetricsWriter.Utf8(
                $$"""http_requests_total{service="{{history.Service.Id}}",pod="{{pod.Name}}",status="{{counter.Status}}"{{replica}}} """);
            WriteCounter(history, pod, counter.Increments, counter.Absences, (value, sample) => writer.Sample(series, value, sample));
        }
    }

    private void WriteLatency(OpenMetricsWriter writer, ServiceHistory history, PodHistory pod, string replica)
    {
        var labels = $"""service="{history.Service.Id}",pod="{pod.Name}"{replica}""";
        var upToBound = new int[timeline.Steps + 1];
        for (var i = 0; i < Bounds.Length; i++)
        {
            for (var step = 0; step < upToBound.Length; step++)
            {
                upToBound[step] += pod.Buckets[i][step];
            }

            var bucket = OpenMetricsWriter.Utf8($$"""http_request_duration_seconds_bucket{{{labels}},le="{{Bounds[i]}}"} """);
            WriteCounter(history, pod, upToBound, [], (value, sample) => writer.Sample(bucket, value, sample));
        }

        var count = OpenMetricsWriter.Utf8($$"""http_request_duration_seconds_count{{{labels}}} """);
        WriteCounter(history, pod, upToBound, [], (value, sample) => writer.Sample(count, value, sample));
        var sum = OpenMetricsWriter.Utf8($$"""http_request_duration_seconds_sum{{{labels}}} """);
        WriteCounter(history, pod, pod.LatencyMilliseconds, [], (value, sample) => writer.SampleOfThousandths(sum, value, sample));
    }

    private static void WriteThrottling(OpenMetricsWriter writer, ServiceHistory history, PodHistory pod, string replica)
    {
        var service = history.Service;
        var series = OpenMetricsWriter.Utf8(
            $$"""container_cpu_cfs_throttled_seconds_total{namespace="{{service.Namespace}}",pod="{{pod.Name}}",container="{{service.Id}}"{{replica}}} """);
        WriteCounter(history, pod, pod.ThrottledMilliseconds, [], (value, sample) => writer.SampleOfThousandths(series, value, sample));
    }

    private static void WriteCounter(
        ServiceHistory history, PodHistory pod, int[] increments, List<SampleRange> absences, Action<long, int> write)
    {
        var counter = new CounterWalk(pod, increments, absences, history.Gap);
        while (counter.MoveNext())
        {
            write(counter.Value, counter.Sample);
        }
    }
}
