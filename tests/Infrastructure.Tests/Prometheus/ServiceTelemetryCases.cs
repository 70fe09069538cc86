using SloFunctions.Application.Telemetry;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Testing;
using static SloFunctions.Infrastructure.Tests.Prometheus.Scrapes;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>Services with and without what can be asked about one. An hour of samples ends at the present.</summary>
public sealed class ServiceTelemetryCases : BackfilledPrometheus
{
    public const string Awkward = "a|b.*\"} or vector(1) #";

    public IServiceTelemetry Telemetry => new PrometheusServiceTelemetry(Client, Options, new FakeClock(MetricsText.Origin.AddHours(1)));

    internal override void Write(MetricsText text)
    {
        Requests(text, "checkout", ("200", 980), ("404", 10), ("500", 10));
        Buckets(text, "checkout", "a", ("0.1", 450), ("0.5", 495), ("1", 499), ("+Inf", 500));
        Buckets(text, "checkout", "b", ("0.1", 450), ("0.5", 495), ("1", 499), ("+Inf", 500));
        foreach (var (pod, container) in new[] { ("checkout-7d4f8b9c6d-x2x4z", "app"), ("checkout-7d4f8b9c6d-b5b5b", "app"), ("checkout-7d4f8b9c6d-b5b5b", ""), ("checkout-extra-7d4f8b9c6d-x2x4z", "app") })
        {
            foreach (var replica in new[] { "x", "y" })
            {
                (string, string)[] labels = [("pod", pod), ("container", container), ("prometheus_replica", replica)];
                text.Counter("container_cpu_usage_seconds", labels, Growing(900));
                text.Counter("container_cpu_cfs_throttled_seconds", labels, Growing(18));
                text.Bucket("container_memory_working_set_bytes", labels, Of(0, Hour, 60, at => at < Hour / 2 ? 100_000_000 : 300_000_000));
            }
        }

        Requests(text, Awkward, ("200", 100));
        Requests(text, "idle", ("200", 0));
        Requests(text, "broken", ("200", double.NaN));
        Requests(text, "mixed", ("200", 100));
        Buckets(text, "mixed", "a", ("0.1", 45), ("+Inf", 50));
        Buckets(text, "mixed", "b", ("0.2", 45), ("+Inf", 50));
        Requests(text, "no-histogram", ("200", 100));
        Requests(text, "alice@example.com", ("200", 100));
        Requests(text, "10.1.2.3", ("200", 100));
        Requests(text, "550e8400-e29b-41d4-a716-446655440000", ("500", 100));
    }

    private static void Requests(MetricsText text, string service, params (string Status, double Count)[] statuses)
    {
        foreach (var (status, count) in statuses)
            text.Counter("http_requests", [("service", service), ("status", status)], Growing(count));
    }

    private static void Buckets(MetricsText text, string service, string pod, params (string Bound, double Count)[] buckets)
    {
        foreach (var (bound, count) in buckets)
            text.Bucket("http_request_duration_seconds_bucket", [("service", service), ("pod", pod), ("le", bound)], Growing(count));
    }

    private static IEnumerable<(int At, double Value)> Growing(double by) => Of(0, Hour, 60, at => 10_000 + (by * at / Hour));
}
