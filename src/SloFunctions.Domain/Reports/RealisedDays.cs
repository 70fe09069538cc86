using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Reports;

/// <summary>The days over which a target can be judged before a whole SLO window has passed.</summary>
public static class RealisedDays
{
    /// <summary>The fewest that say anything: a week, with every day of it. With fewer, one bad day decides.</summary>
    public const int Fewest = 7;

    /// <summary>The whole UTC days after a moment, at most one SLO window; null when too few have passed.</summary>
    /// <param name="since">The moment.</param>
    /// <param name="through">The end of the last stored hour.</param>
    public static TimeWindow? After(DateTimeOffset since, DateTimeOffset through)
    {
        var start = TimeWindow.DayOf(since.AddDays(1).AddTicks(-1));
        var last = TimeWindow.DayOf(through);
        var end = last < start + ErrorBudget.SloWindow ? last : start + ErrorBudget.SloWindow;
        return end - start < TimeSpan.FromDays(Fewest) ? null : new TimeWindow(start, end);
    }
}
