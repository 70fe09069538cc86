namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>Samples of counters, in seconds from the origin of <see cref="MetricsText"/>.</summary>
internal static class Scrapes
{
    public const int Hour = 3600;

    /// <summary>A scrape every <paramref name="every"/> seconds from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public static IEnumerable<(int At, double Value)> Of(int from, int to, int every, Func<int, double> value)
    {
        for (var at = from; at <= to; at += every)
            yield return (at, value(at));
    }

    /// <summary>One request a second since the second <paramref name="born"/>.</summary>
    public static Func<int, double> OneASecond(int born) => at => at - born;
}
