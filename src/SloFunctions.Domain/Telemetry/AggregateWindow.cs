namespace SloFunctions.Domain.Telemetry;

/// <summary>A window that indicators are computed over every hour, always up to the end of the last complete hour.</summary>
/// <param name="Name">Its published name.</param>
/// <param name="Length">How long it is, in whole hours.</param>
public sealed record AggregateWindow(string Name, TimeSpan Length)
{
    /// <summary>Every window, the shortest first.</summary>
    public static IReadOnlyList<AggregateWindow> All { get; } =
    [
        new("1h", TimeSpan.FromHours(1)),
        new("1d", TimeSpan.FromDays(1)),
        new("7d", TimeSpan.FromDays(7)),
        new("28d", TimeSpan.FromDays(28)),
        new("90d", TimeSpan.FromDays(90)),
    ];

    /// <summary>The hours that it covers when it ends at <paramref name="end"/>, a whole hour.</summary>
    public TimeWindow EndingAt(DateTimeOffset end) => new(end - Length, end);
}
