namespace TelemetryGenerator.Tests;

/// <summary>What a careful reader of the series knows about an hour (from, to]; null where nothing can be known.</summary>
public static class HourlyReading
{
    public static (double Good, double Total)? Requests(MetricsText metrics, string service, long from, long to)
    {
        var once = metrics.Of("http_requests_total", service).Where(s => s["prometheus_replica"] is "" or "a").ToList();
        if (!once.Exists(s => s.Samples.ContainsKey(from) && s.Samples.ContainsKey(to)))
        {
            return null;
        }

        var (good, bad) = (0.0, 0.0);
        foreach (var pod in once.GroupBy(s => s["pod"]))
        {
            var podIsKnown = pod.Any(s => s.Samples.ContainsKey(from));
            foreach (var series in pod)
            {
                var count = series.Increase(from, to);
                if (podIsKnown && !series.Samples.ContainsKey(from))
                {
                    count += series.Samples.FirstOrDefault(s => s.Key > from && s.Key <= to).Value;
                }

                (good, bad) = series["status"][0] == '5' ? (good, bad + count) : (good + count, bad);
            }
        }

        return (good, good + bad);
    }

    public static double[] Buckets(ILookup<string, Series> byBound, IEnumerable<string> bounds, long from, long to) =>
        [.. bounds.Select(b => byBound[b].Sum(s => s.Increase(from, to)))];
}
