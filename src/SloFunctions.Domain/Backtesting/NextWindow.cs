using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Backtesting;

/// <summary>What came after an origin.</summary>
internal static class NextWindow
{
    /// <summary>The availability of the SLO window after an origin.</summary>
    /// <returns>A ratio; null without traffic or when less than half of the hours were measured.</returns>
    public static double? Availability(int origin, ServiceHistory history)
    {
        var hours = new ArraySegment<SliCounts?>(history.Hours, origin * 24, BacktestPlan.HorizonDays * 24);
        var sum = default(SliCounts);
        int measured = 0;
        foreach (var hour in hours)
        {
            if (hour is not { } counts) continue;
            sum += counts;
            measured++;
        }

        return measured * 2 >= hours.Count ? sum.Ratio : null;
    }
}
