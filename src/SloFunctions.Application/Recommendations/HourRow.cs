using System.Text.Json.Serialization;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Recommendations;

/// <summary>One hour of a history, written short: there are hundreds in every recommendation's evidence.</summary>
/// <param name="I">Its position in the window.</param>
/// <param name="B">Failed requests.</param>
/// <param name="T">All requests.</param>
/// <param name="L">The number of its bucket layout; left out without latencies.</param>
/// <param name="C">Requests in each bucket, not cumulative.</param>
/// <param name="S">Throttled seconds; left out when not measured.</param>
/// <param name="D">Defects; left out when there are none.</param>
internal sealed record HourRow(
    int I,
    long B,
    long T,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? L,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long[]? C,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? S,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int D)
{
    public static HourRow? Of(int index, HourlySli? hour, TelemetryDefects defects, HistoryLayouts layouts) => hour is null
        ? defects == TelemetryDefects.None ? null : new HourRow(index, 0, 0, null, null, null, (int)defects)
        : new HourRow(
            index,
            hour.Counts.Bad,
            hour.Counts.Total,
            hour.Latency is { } latency ? layouts.NumberOf(latency.Bounds) : null,
            hour.Latency is { } counted ? Differences(counted.Cumulative) : null,
            hour.ThrottledSeconds,
            (int)hour.Defects);

    public HourlySli ToSli(DateTimeOffset start, IReadOnlyList<double[]> layouts) => new(
        start.AddHours(I),
        new SliCounts(T - B, T),
        L is { } layout ? new LatencyHistogram(layouts[layout], Sums(C!)) : null,
        S,
        (TelemetryDefects)D);

    private static long[] Differences(IReadOnlyList<long> cumulative)
    {
        long[] each = new long[cumulative.Count];
        for (int i = 0; i < each.Length; i++) each[i] = cumulative[i] - (i == 0 ? 0 : cumulative[i - 1]);
        return each;
    }

    private static long[] Sums(long[] each)
    {
        long[] cumulative = new long[each.Length];
        long sum = 0;
        for (int i = 0; i < each.Length; i++) cumulative[i] = sum += each[i];
        return cumulative;
    }
}
