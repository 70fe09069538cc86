namespace SloFunctions.Application.Telemetry;

/// <summary>How the hourly aggregation reads telemetry.</summary>
public sealed record AggregationPolicy
{
    /// <summary>Days of history that are read for a service seen for the first time, 1 to 90. The default is 30.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int HistoryDays
    {
        get;
        init => field = value is >= 1 and <= 90
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Days of history are 1 to 90.");
    } = 30;

    /// <summary>How long an hour may settle before it is read, since scrapes arrive late; up to a day. The default is two minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or longer than a day.</exception>
    public TimeSpan SettleTime
    {
        get;
        init => field = value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The settle time is from nothing to a day.");
    } = TimeSpan.FromMinutes(2);
}
