namespace SloFunctions.LocalHost.Timers;

/// <summary>Due a fixed time after the last run.</summary>
internal sealed class IntervalSchedule(TimeSpan interval) : ISchedule
{
    public DateTimeOffset? Next(DateTimeOffset after) => DateTimeOffset.MaxValue - after < interval ? null : after + interval;
}
