using System.Globalization;
using static SloFunctions.Infrastructure.Tests.Prometheus.Scrapes;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>Histograms in order and out of it, and throttled containers. Each service has 100 requests in the first hour.</summary>
public sealed class HistogramCases : BackfilledPrometheus
{
    internal override void Write(MetricsText text)
    {
        Add(text, "usual", ("0.1", 60), ("0.5", 90), ("+Inf", 100));
        Add(text, "written-differently", ("0.2", 30), ("1.0", 45), ("+Inf", 50));
        Add(text, "written-differently", "b", ("2e-1", 30), ("1", 45), ("+Inf", 50));
        Add(text, "out-of-step", ("0.1", 60), ("0.5", 58), ("+Inf", 100));
        Add(text, "without-infinity", ("0.1", 60), ("0.5", 90));
        Add(text, "infinity-alone", ("+Inf", 100));
        Add(text, "infinity-below", ("0.1", 60), ("0.5", 99), ("+Inf", 90));
        Add(text, "falling", ("0.1", 60), ("0.5", 40), ("+Inf", 100));
        Add(text, "more-than-requests", ("0.1", 60), ("0.5", 90), ("+Inf", 110));
        Add(text, "a-few-more-than-requests", ("0.1", 60), ("0.5", 90), ("+Inf", 102));
        Add(text, "not-a-number", ("0.1", 60), ("0.5", double.NaN), ("+Inf", 100));
        Add(text, "infinite", ("0.1", 60), ("0.5", 90), ("+Inf", double.PositiveInfinity));
        Add(text, "two-layouts", ("0.1", 30), ("0.5", 45), ("+Inf", 50));
        Add(text, "two-layouts", "b", ("0.1", 30), ("0.25", 40), ("0.5", 45), ("+Inf", 50));
        Add(text, "apart-layouts", ("0.1", 30), ("+Inf", 50));
        Add(text, "apart-layouts", "b", ("0.2", 30), ("+Inf", 50));
        Add(text, "two-pods", ("0.1", 30), ("0.5", 45), ("+Inf", 50));
        Add(text, "two-pods", "b", ("0.1", 30), ("0.5", 45), ("+Inf", 50));
        foreach (var replica in new[] { "x", "y" })
        {
            foreach (var (bound, count) in new[] { ("0.1", 60.0), ("+Inf", 100) })
                text.Bucket("http_request_duration_seconds_bucket", [("service", "replicas"), ("le", bound), ("prometheus_replica", replica)], Growing(count));
        }

        Requests(text, "replicas");
        Add(text, "nonsense", ("fast", 60), ("", 60), ("NaN", 60), ("-Inf", 0), ("0.1", 60), ("+Inf", 100));
        Add(text, "most-bounds", [.. Bounds(200), ("+Inf", 100)]);
        Add(text, "too-many-bounds", [.. Bounds(201), ("+Inf", 100)]);
        Requests(text, "no-histogram");
        text.Bucket("http_request_duration_seconds_bucket", [("service", "no-requests"), ("le", "+Inf")], Growing(7));

        Throttled(text, "usual-7d4f8b9c6d-x2x4z", "usual", 5);
        Throttled(text, "usual-7d4f8b9c6d-b5b5b", "usual", 2.5);
        Throttled(text, "usual-7d4f8b9c6d-b5b5b", "", 1000);
        Throttled(text, "database-0", "database", 1000, ("service", "usual"));
        Throttled(text, "usual-extra-7d4f8b9c6d-x2x4z", "usual", 1000);
    }

    private static IEnumerable<(string Bound, double Count)> Bounds(int count) =>
        Enumerable.Range(1, count).Select(i => (i.ToString(CultureInfo.InvariantCulture), 10.0));

    private static void Add(MetricsText text, string service, params (string Bound, double Count)[] buckets)
    {
        Requests(text, service);
        Add(text, service, "a", buckets);
    }

    private static void Add(MetricsText text, string service, string pod, params (string Bound, double Count)[] buckets)
    {
        foreach (var (bound, count) in buckets)
            text.Bucket("http_request_duration_seconds_bucket", [("service", service), ("pod", pod), ("le", bound)], Growing(count));
    }

    private static void Requests(MetricsText text, string service) =>
        text.Counter("http_requests", [("service", service), ("status", "200")], Growing(100));

    private static void Throttled(MetricsText text, string pod, string container, double seconds, params (string, string)[] more) =>
        text.Counter("container_cpu_cfs_throttled_seconds", [("pod", pod), ("container", container), .. more], Growing(seconds));

    private static IEnumerable<(int At, double Value)> Growing(double by) => Of(0, Hour, 300, at => 10_000 + (by * at / Hour));
}
