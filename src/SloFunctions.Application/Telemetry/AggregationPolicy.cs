namespace SloFunctions.Application.Telemetry;

/// <summary>How the hourly aggregation reads telemetry.</summary>
public sealed record AggregationPolicy
{
    /// <summary>Days of history that are read for a service seen for the first time, 1 to 90. The default is 30.</summary>
    public int HistoryDays { get; init; } = 30;

    /// <summary>How long an hour may settle before it is read, since scrapes arrive late. The default is two minutes.</summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromMinutes(2);
}
