using System.Globalization;
using System.Text.Json;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Tests.Telemetry;

/// <summary>What the generator put into the series of one service: a line an hour, null where nothing can be known.</summary>
/// <param name="Service">Its id.</param>
/// <param name="Case">The situation it shows.</param>
/// <param name="Start">The first hour.</param>
/// <param name="Lines">See <see cref="LineOf"/>.</param>
internal sealed record Truth(string Service, string Case, DateTimeOffset Start, IReadOnlyList<string?> Lines)
{
    public static IReadOnlyList<Truth> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = document.RootElement;
        var start = root.GetProperty("start").GetDateTimeOffset();
        var bounds = string.Join(' ', root.GetProperty("bounds").EnumerateArray().Select(b => Text(b.GetDouble())));
        return [.. root.GetProperty("services").EnumerateArray().Select(service => new Truth(
            service.GetProperty("service_id").GetString()!, service.GetProperty("case").GetString()!, start, LinesOf(service, bounds)))];
    }

    /// <summary>The hours from <paramref name="from"/> up to <paramref name="to"/> of which something is known, by hour.</summary>
    public SortedDictionary<DateTimeOffset, string> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var hours = Enumerable.Range(0, Lines.Count).Where(i => Lines[i] is not null && Start.AddHours(i) >= from && Start.AddHours(i) < to);
        return new(hours.ToDictionary(i => Start.AddHours(i), i => Lines[i]!));
    }

    /// <summary>good/total, bucket bounds and cumulative counts.</summary>
    public static string LineOf(HourlySli hour) => Line(
        hour.Counts.Good,
        hour.Counts.Total,
        string.Join(' ', (hour.Latency?.Bounds ?? []).Select(Text)),
        string.Join(' ', hour.Latency?.Cumulative ?? []));

    private static List<string?> LinesOf(JsonElement service, string bounds)
    {
        var (good, total, latency) = (service.GetProperty("good"), service.GetProperty("total"), service.GetProperty("latency"));
        return [.. Enumerable.Range(0, total.GetArrayLength()).Select(i => total[i].ValueKind == JsonValueKind.Null
            ? null
            : Line(good[i].GetInt64(), total[i].GetInt64(), bounds, string.Join(' ', latency[i].EnumerateArray().Select(c => c.GetInt64()))))];
    }

    private static string Line(long good, long total, string bounds, string counts) =>
        string.Create(CultureInfo.InvariantCulture, $"{good}/{total} [{bounds}] [{counts}]");

    private static string Text(double bound) => bound.ToString("R", CultureInfo.InvariantCulture);
}
