using SloFunctions.Application.Drift;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Prometheus;
using static SloFunctions.Infrastructure.Tests.Prometheus.Scrapes;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>An hour of services as drift detection asks about them, scraped every minute.</summary>
public sealed class DriftPointCases : BackfilledPrometheus
{
    public const string Awkward = "a|b.*\"} or vector(1) #";

    private static readonly string[] Both = ["x", "y"];

    /// <summary>The points of services at each minute of the hour after the origin.</summary>
    public async Task<IReadOnlyDictionary<ServiceId, ServicePoints>> PointsAsync(params string[] services) =>
        await new PrometheusDriftTelemetry(Client, Options).ReadAsync(
            [.. services.Select(ServiceId.Of)],
            PointSpan.UpTo(MetricsText.Origin.AddHours(1), TimeSpan.FromHours(1), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)),
            CancellationToken.None);

    internal override void Write(MetricsText text)
    {
        Requests(text, "steady", "200", at => at * 0.9);
        Requests(text, "steady", "500", at => at * 0.1);
        Buckets(text, "steady", ("0.1", 0.5), ("0.2", 0.98), ("0.3", 1), ("+Inf", 1));
        Requests(text, "faultless", "200", at => at);
        Requests(text, "idle", "200", _ => 70);
        Buckets(text, "idle", ("0.1", 0), ("+Inf", 0));
        Requests(text, "quiet-half", "200", at => Math.Min(at, Hour / 2));
        Requests(text, Awkward, "200", at => at);
        Requests(text, "alice@example.com", "200", at => at);
        Requests(text, "broken", "200", _ => double.NaN);
        foreach (string replica in Both)
            text.Counter("http_requests", [("service", "replicated"), ("status", "200"), ("prometheus_replica", replica)], Growing(at => at));
        foreach (string pod in Both)
            text.Counter("http_requests", [("service", "pods"), ("status", "200"), ("pod", pod)], Growing(at => at));
    }

    private static void Requests(MetricsText text, string service, string status, Func<int, double> count) =>
        text.Counter("http_requests", [("service", service), ("status", status)], Growing(count));

    private static void Buckets(MetricsText text, string service, params (string Bound, double Share)[] buckets)
    {
        foreach (var (bound, share) in buckets)
            text.Bucket("http_request_duration_seconds_bucket", [("service", service), ("le", bound)], Growing(at => at * share));
    }

    private static IEnumerable<(int At, double Value)> Growing(Func<int, double> count) => Of(-600, Hour, 60, at => count(at + 600));
}
