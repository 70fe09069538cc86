using System.Globalization;
using System.Text.Json;

namespace SloFunctions.Infrastructure.Tempo;

/// <summary>Reads answers of the Tempo HTTP API. Protocol buffers written as JSON leave out zeros and write 64-bit numbers as texts.</summary>
internal static class TempoAnswer
{
    /// <summary>Seconds by share; empty where nothing matched.</summary>
    /// <exception cref="FormatException">The answer is not of the documented form.</exception>
    public static IReadOnlyDictionary<double, double> ReadQuantiles(JsonElement answer) => Read(() =>
    {
        if (answer.TryGetProperty("status", out var status) && status.ValueEquals("PARTIAL")) throw new FormatException("The answer covers a part of the time only.");
        return Items(answer, "series").Select(s => (Share: Share(s), Seconds: s.TryGetProperty("value", out var value) ? Number(value) : 0))
            .Where(q => double.IsFinite(q.Seconds) && q.Seconds > 0)
            .ToDictionary(q => q.Share, q => q.Seconds);
    });

    /// <summary>Seconds, one entry a trace.</summary>
    /// <exception cref="FormatException">The answer is not of the documented form.</exception>
    public static IReadOnlyList<double> ReadDurations(JsonElement answer) => Read(() => Items(answer, "traces").Select(Duration).ToArray());

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or ArgumentException or OverflowException)
        {
            throw new FormatException("The answer is not one of the Tempo HTTP API.", e);
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement owner, string property) =>
        owner.TryGetProperty(property, out var items) && items.ValueKind != JsonValueKind.Null ? items.EnumerateArray() : default;

    private static double Share(JsonElement series) =>
        Items(series, "labels").Where(l => l.GetProperty("key").ValueEquals("p")).Select(l => Number(l.GetProperty("value").GetProperty("doubleValue"))).Single();

    // The root span where the store names it; the trace lasts longer where work goes on after the answer.
    private static double Duration(JsonElement trace)
    {
        var spans = Items(trace, "spanSets").SelectMany(set => Items(set, "spans")).ToArray();
        if (spans.Length > 0 && spans[0].TryGetProperty("durationNanos", out var nanoseconds)) return Checked(Number(nanoseconds) / 1e9);
        return Checked(trace.TryGetProperty("durationMs", out var milliseconds) ? Number(milliseconds) / 1e3 : 0);
    }

    private static double Checked(double seconds) =>
        double.IsFinite(seconds) && seconds >= 0 ? seconds : throw new FormatException("A duration is not negative.");

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? double.Parse(value.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
        : value.GetDouble();
}
