using System.Text.Json;

namespace EndToEnd.Tests.App;

/// <summary>The hourly counts that were put into the telemetry.</summary>
/// <param name="Start">The first hour.</param>
/// <param name="Services">The services.</param>
public sealed record Truth(DateTimeOffset Start, IReadOnlyList<TrueService> Services)
{
    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads truth.json.</summary>
    public static Truth Read(string file) => JsonSerializer.Deserialize<Truth>(File.ReadAllBytes(file), Names)!;

    /// <summary>The service that shows a case.</summary>
    public TrueService Of(string name) => Services.First(s => s.Case == name);

    /// <summary>Good requests and all requests of a service for each hour of a window, oldest first; null where nothing was measured.</summary>
    public IReadOnlyList<(long Good, long Total)?> Hours(TrueService service, DateTimeOffset from, DateTimeOffset to)
    {
        (long, long)? Hour(int i) =>
            i >= 0 && i < service.Total.Count && service is { } s && s.Good[i] is { } good && s.Total[i] is { } total ? (good, total) : null;
        int first = (int)(from - Start).TotalHours;
        return [.. Enumerable.Range(first, (int)(to - from).TotalHours).Select(Hour)];
    }
}
