using static SloFunctions.Infrastructure.Tests.Prometheus.Scrapes;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>
/// Calls as a service graph connector counts them, scraped every minute up to <see cref="Now"/>; the last hour is what
/// discovery looks at. Each case has a caller of its own.
/// </summary>
public sealed class ServiceGraphCases : BackfilledPrometheus
{
    public const int Now = 4 * Hour;

    public static readonly string TooLong = new('y', 300);

    public static DateTimeOffset Time => MetricsText.Origin.AddSeconds(Now);

    internal override void Write(MetricsText text)
    {
        Calls(text, "steady", "target", Tenths(0, Now));
        Calls(text, "born", "target", Of(Now - 600, Now, 60, at => 7 + ((at - Now + 600) / 60)));
        Calls(text, "born-elsewhere", "target", [(Now - 60, 5)], ("instance", "new-collector"));
        Calls(text, "born-idle", "target", [(Now - 60, 0)]);
        Calls(text, "restarted", "target", Tenths(0, Now - 1800).Concat(Of(Now - 1740, Now, 60, at => (at - Now + 1740) / 10)));
        Calls(text, "stopped", "target", Tenths(0, Now - (2 * Hour)));
        Calls(text, "idle", "target", Of(0, Now, 60, _ => 1234));

        Calls(text, "sender", "queue-reader", Tenths(0, Now), ("connection_type", "messaging_system"));
        Calls(text, "writer", "orders-db", Tenths(0, Now), ("connection_type", "database"));
        Calls(text, "user", "steady", Tenths(0, Now), ("connection_type", "virtual_node"));
        Calls(text, "to-unknown", "unknown", Tenths(0, Now), ("connection_type", "virtual_node"));
        Calls(text, "to-peer", "api.example.com", Tenths(0, Now), ("connection_type", "virtual_node"));
        Calls(text, "both", "target", Tenths(0, Now), ("connection_type", "messaging_system"));
        Calls(text, "both", "target", Tenths(0, Now));

        Calls(text, "several", "target", Tenths(0, Now), ("failed", "false"), ("instance", "1"));
        Calls(text, "several", "target", Tenths(0, Now), ("failed", "true"), ("instance", "1"));
        Calls(text, "several", "target", Tenths(0, Now), ("failed", "false"), ("instance", "2"));
        Calls(text, "replicated", "target", Tenths(0, Now), ("prometheus_replica", "a"));
        Calls(text, "replicated", "target", Tenths(0, Now), ("prometheus_replica", "b"));

        foreach (string client in (string[])["O'Brien \"quoted\" \\", "line\nbreak", "control\u0001", TooLong, " padded ", "", "turned\u202eround"])
            Calls(text, client, "target", Tenths(0, Now));
        Calls(text, "itself", "itself", Tenths(0, Now));
        Calls(text, "nowhere", "", Tenths(0, Now));
    }

    private static IEnumerable<(int At, double Value)> Tenths(int from, int to) => Of(from, to, 60, at => at / 10);

    private static void Calls(
        MetricsText text, string client, string server, IEnumerable<(int At, double Value)> samples, params (string Label, string Value)[] others) =>
        text.Counter("traces_service_graph_request", [("client", client), ("server", server), .. others], samples);
}
