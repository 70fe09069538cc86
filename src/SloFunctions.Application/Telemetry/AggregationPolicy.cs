using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Application.Telemetry;

/// <summary>How the hourly aggregation reads telemetry.</summary>
public sealed record AggregationPolicy
{
    /// <summary>Days of history that are read for a service seen for the first time, 1 to 90. The default is 30.</summary>
    [Range(1, 90)]
    public int HistoryDays { get; init; } = 30;

    /// <summary>How long an hour may settle before it is read, since scrapes arrive late. 0 to an hour. The default is two minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How far back hours without a measurement are looked for and asked for again, up to 7 days; below an hour they never
    /// are. The default is 48 hours.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan GapLookback { get; init; } = TimeSpan.FromHours(48);
}
