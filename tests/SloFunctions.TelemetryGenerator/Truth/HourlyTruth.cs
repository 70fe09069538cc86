using SloFunctions.TelemetryGenerator.Series;
using SloFunctions.TelemetryGenerator.Traffic;

namespace SloFunctions.TelemetryGenerator.Truth;

/// <summary>What happened in one hour of a service.</summary>
/// <param name="Good">Requests that did not end with 5xx.</param>
/// <param name="Total">All requests.</param>
/// <param name="CumulativeBuckets">Requests up to each latency bound, +Inf last; empty without latency.</param>
public sealed record HourlyTruth(long Good, long Total, long[] CumulativeBuckets)
{
    /// <summary>The hours of a service; null for an hour of which nothing can be known.</summary>
    public static IReadOnlyList<HourlyTruth?> Of(ServiceHistory history, Timeline timeline) =>
        [.. Enumerable.Range(0, timeline.Hours).Select(hour => history.MissingHours.Contains(hour) ? null : Of(history, timeline, hour))];

    private static HourlyTruth Of(ServiceHistory history, Timeline timeline, int hour)
    {
        var first = timeline.SampleAtStartOf(hour) + 1;
        long Count(int[] increments)
        {
            var sum = 0L;
            for (var step = first; step < first + timeline.StepsPerHour; step++)
            {
                sum += increments[step];
            }

            return sum;
        }

        var total = history.Pods.Sum(p => Count(p.Requests));
        var bad = history.Pods.Sum(p => p.Statuses.Where(s => s.IsBad).Sum(s => Count(s.Increments)));
        var buckets = new long[history.Pods[0].Buckets.Length];
        for (var i = 0; i < buckets.Length; i++)
        {
            buckets[i] = (i == 0 ? 0 : buckets[i - 1]) + history.Pods.Sum(p => Count(p.Buckets[i]));
        }

        return new(total - bad, total, buckets);
    }
}
