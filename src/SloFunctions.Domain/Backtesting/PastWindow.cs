using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Backtesting;

/// <summary>What is known of a service at an origin: its past alone.</summary>
/// <param name="Service">The service.</param>
/// <param name="Origin">The day of the origin.</param>
/// <param name="Hours">The hours before it, oldest first.</param>
/// <param name="Counts">Their sum; with traffic.</param>
/// <param name="Record">The incidents in them.</param>
public sealed record PastWindow(ServiceId Service, int Origin, ArraySegment<SliCounts?> Hours, SliCounts Counts, IncidentRecord Record)
{
    /// <summary>Looks back from an origin.</summary>
    /// <returns>The past; null when it had no traffic.</returns>
    public static PastWindow? Before(int origin, ServiceHistory history, BacktestPlan plan)
    {
        int first = (origin - plan.LookbackDays) * 24;
        var hours = new ArraySegment<SliCounts?>(history.Hours, first, plan.LookbackDays * 24);
        return IncidentDetection.Read(hours) is { } record ? new PastWindow(history.Service, origin, hours, Sum(hours), record) : null;
    }

    private static SliCounts Sum(ArraySegment<SliCounts?> hours)
    {
        var sum = default(SliCounts);
        foreach (var hour in hours) sum += hour.GetValueOrDefault();
        return sum;
    }
}
