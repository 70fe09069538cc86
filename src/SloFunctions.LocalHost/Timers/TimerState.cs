using Microsoft.Azure.Functions.Worker;

namespace SloFunctions.LocalHost.Timers;

/// <summary>What is remembered of a timer.</summary>
/// <param name="Last">When it last ran; null when it never did.</param>
/// <param name="Next">The first occurrence after <paramref name="LastUpdated"/>.</param>
/// <param name="LastUpdated">When this was written.</param>
internal sealed record TimerState(DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    public ScheduleStatus ToStatus() =>
        new() { Last = Last?.UtcDateTime ?? default, Next = Next.UtcDateTime, LastUpdated = LastUpdated.UtcDateTime };
}
