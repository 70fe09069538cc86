using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Stationarity;

/// <summary>The whole days of a history, counted back from its end.</summary>
internal static class HistoryDays
{
    /// <summary>Hours in a day.</summary>
    public const int Hours = 24;

    /// <summary>The hours of each whole day, oldest first; null where nothing was measured.</summary>
    public static HourlySli?[][] Of(SliHistory history) =>
        [.. history.Hours.Skip(history.Hours.Count % Hours).Chunk(Hours)];

    /// <summary>When a day begins.</summary>
    public static DateTimeOffset StartOf(SliHistory history, int day) =>
        history.Window.Start.AddHours((history.Hours.Count % Hours) + (day * Hours));
}
