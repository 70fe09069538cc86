using static SloFunctions.Infrastructure.Tests.Prometheus.Scrapes;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>Services whose names would break a query that is put together carelessly, and more services than are named in one.</summary>
public sealed class NamedServices : BackfilledPrometheus
{
    public static readonly string[] Names =
    [
        "plain", "a", "b", "a|b", "O'Brien \"quoted\"", @"back\slash", @"C:\new\table", ".*", "p.ain", "(group)", "[class]", "a+b", "a{2}", "^start$",
        "two  spaces", "hash#tag", "{service=\"plain\"}", "\"} or vector(1) #", "日本語 サービス", "emoji-🛒", "café", "cafe\u0301", "%2F&+=?", new string('ü', 255),
    ];

    // As long as names may be, so that a hundred of them make the longest query there is.
    public static readonly string[] LongNames = [.. Enumerable.Range(0, 120).Select(i => $"long-{i:D3}-{new string('x', 246)}")];

    public static readonly string[] NoNames = ["", " padded ", "tab\there", "line\nbreak", new string('y', 256)];

    /// <summary>Every service has a number of its own of requests an hour.</summary>
    public static long RequestsOf(string name) => 1 + Array.IndexOf([.. Names, .. LongNames], name);

    internal override void Write(MetricsText text)
    {
        foreach (var name in Names.Concat(LongNames).Concat(NoNames))
        {
            text.Counter(
                "http_requests",
                [("service", name), ("status", "200")],
                [(0, 100), (1800, 100), (Hour, 100 + RequestsOf(name))]);
        }
    }
}
