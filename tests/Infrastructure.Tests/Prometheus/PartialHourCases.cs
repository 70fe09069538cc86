using static SloFunctions.Infrastructure.Tests.Prometheus.Scrapes;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>Services that serve a request a second, scraped every 15 seconds, with an outage in the second hour.</summary>
public sealed class PartialHourCases : BackfilledPrometheus
{
    /// <summary>When the outage begins, in seconds from the origin: on a scrape.</summary>
    public const int OutageFrom = Hour + 1200;

    /// <summary>When it ends.</summary>
    public const int OutageTo = Hour + 2400;

    internal override void Write(MetricsText text)
    {
        Add(text, "outage", "200", at => at + 1000 - Bad(at));
        Add(text, "outage", "500", at => Bad(at));
        Add(text, "restart", "200", at => at < Hour + 1500 ? at + 100_000 : at - (Hour + 1500));
        foreach (string le in new[] { "0.1", "0.5", "+Inf" })
        {
            text.Bucket("http_request_duration_seconds_bucket", [("service", "outage"), ("pod", "a"), ("le", le)], Of(-600, 3 * Hour, 15, at => le == "0.1" ? at + 1000 - Bad(at) : at + 1000));
        }

        // Was away in the middle of the second hour.
        text.Counter("http_requests", [("service", "gone"), ("pod", "a"), ("status", "200")], Of(-600, 3 * Hour, 15, at => at + 1000).Where(s => s.At is < Hour + 300 or > Hour + 3000));
    }

    private static double Bad(int at) => Math.Clamp(at, OutageFrom, OutageTo) - OutageFrom;

    private static void Add(MetricsText text, string service, string status, Func<int, double> value) =>
        text.Counter("http_requests", [("service", service), ("pod", "a"), ("status", status)], Of(-600, 3 * Hour, 15, value));
}
