using static SloFunctions.Infrastructure.Tests.Prometheus.Scrapes;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>Counters as servers in operation show them, one service a case. The first hour is preceded by ten minutes of samples.</summary>
public sealed class HourlyCases : BackfilledPrometheus
{
    /// <summary>A counter that grows unevenly, at a second that is never that of the hour.</summary>
    public static double Uneven(int at) => Math.Floor((at + 1000) * 1.7) + ((at + 1000) / 60 % 7);

    internal override void Write(MetricsText text)
    {
        Add(text, "unaligned", "200", Of(-593, 4 * Hour, 60, Uneven));
        Add(text, "every-five-minutes", "200", Of(-593, 4 * Hour, 300, Uneven));
        Add(text, "missed-scrape", "200", Of(-593, 4 * Hour, 60, Uneven).Where(s => s.At != Hour - 53));

        // Busy before, quiet after: what an average would make of it is far off.
        Add(text, "restart-inside", "200", Of(-593, 4 * Hour, 60, at => at < 6200 ? 100_000 + (at / 600 * 1000) : (at - 6200) / 60 * 7));
        Add(text, "restart-at-the-hour", "200", Restarting(-593, 60, 2 * Hour - 30));
        Add(text, "restart-of-a-young-counter", "200", Of(-593, 4 * Hour, 60, at => at < 300 ? (at + 600) / 10 : at - 300));
        Add(text, "two-restarts", "200", Restarting(-600, 60, Hour + 630, Hour + 1830));
        Add(text, "two-restarts-unaligned", "200", Restarting(-593, 60, Hour + 630, Hour + 1830));

        Add(text, "born-beside-siblings", "200", Of(-593, 4 * Hour, 60, OneASecond(-1000)));
        Add(text, "born-beside-siblings", "500", Of(Hour + 1207, 4 * Hour, 60, at => at < 2 * Hour ? 5 : 9));
        Add(text, "born-alone", "500", Of(Hour + 1207, 4 * Hour, 60, at => at < 2 * Hour ? 5 : 9));
        Add(text, "appears", "200", Of(1807, 4 * Hour, 60, OneASecond(-50_000)));
        Add(text, "seen-once", "200", [(1807, 70)]);
        Add(text, "ends", "200", Of(-593, Hour + 1800, 60, OneASecond(-1000)));
        Add(text, "gap", "200", Of(-593, 4 * Hour, 60, OneASecond(-1000)).Where(s => s.At is < 1800 or > (2 * Hour) + 1800));

        Add(text, "two-pods", "200", Of(-593, 4 * Hour, 60, OneASecond(-1000)), pod: "a");
        Add(text, "two-pods", "200", Of(-571, 4 * Hour, 60, OneASecond(-1000)), pod: "b");
        Add(text, "replicas", "200", Of(-600, 4 * Hour, 60, OneASecond(-1000)), replica: "a");
        Add(text, "replicas", "200", Of(-600, 4 * Hour, 60, OneASecond(-1000)), replica: "b");
        Add(text, "lost-replica", "200", Of(-600, 4 * Hour, 60, OneASecond(-1000)), replica: "a");
        Add(text, "lost-replica", "200", Of(-600, Hour + 600, 60, OneASecond(-1000)), replica: "b");
        Add(text, "lagging-replica", "200", Of(-593, 4 * Hour, 60, OneASecond(-1000)), replica: "a");
        Add(text, "lagging-replica", "200", Of(-563, 4 * Hour, 60, OneASecond(-1000)), replica: "b");

        Add(text, "no-traffic", "200", Of(-593, 4 * Hour, 60, _ => 40));
        Add(text, "huge", "200", Of(-593, 4 * Hour, 60, at => at < 1800 ? 0 : 1e19));
        Add(text, "not-a-number", "200", Of(-593, 4 * Hour, 60, _ => double.NaN));
        Add(text, "one-status-not-a-number", "200", Of(-593, 4 * Hour, 60, OneASecond(-1000)));
        Add(text, "one-status-not-a-number", "500", Of(-593, 4 * Hour, 60, at => IsAtTwo(at) ? double.NaN : 5));
        Add(text, "infinite-for-a-while", "200", Of(-593, 4 * Hour, 60, at => IsAtTwo(at) ? double.PositiveInfinity : at + 1000));
        Add(text, "one-pod-not-a-number", "200", Of(-593, 4 * Hour, 60, OneASecond(-1000)), pod: "a");
        Add(text, "one-pod-not-a-number", "200", Of(-593, 4 * Hour, 60, at => IsAtTwo(at) ? double.NaN : at + 1000), pod: "b");
        Add(text, "one-replica-not-a-number", "200", Of(-593, 4 * Hour, 60, OneASecond(-1000)), replica: "a");
        Add(text, "one-replica-not-a-number", "200", Of(-593, 4 * Hour, 60, at => IsAtTwo(at) ? double.NaN : at + 1000), replica: "b");
    }

    // Around the end of the second hour.
    private static bool IsAtTwo(int at) => at is > (2 * Hour) - 300 and < (2 * Hour) + 300;

    private static void Add(
        MetricsText text, string service, string status, IEnumerable<(int At, double Value)> samples, string pod = "a", string replica = "") =>
        text.Counter(
            "http_requests",
            [("service", service), ("pod", pod), ("status", status), .. replica.Length > 0 ? [("prometheus_replica", replica)] : Array.Empty<(string, string)>()],
            samples);

    // One request a second, from zero again after each restart; long before the first hour at first.
    private static IEnumerable<(int At, double Value)> Restarting(int from, int every, params int[] restarts) =>
        Of(from, 4 * Hour, every, at => at - restarts.LastOrDefault(restart => restart <= at, -100_000));
}
