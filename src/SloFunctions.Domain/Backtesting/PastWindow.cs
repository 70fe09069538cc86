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
/// <param name="FleetRecord">The incidents in all of the past that the fleet's prior rests on.</param>
public sealed record PastWindow(
    ServiceId Service, int Origin, ArraySegment<SliCounts?> Hours, SliCounts Counts, IncidentRecord Record, IncidentRecord FleetRecord)
{
    /// <summary>Looks back from an origin.</summary>
    /// <returns>The past; null when it had no traffic.</returns>
    public static PastWindow? Before(int origin, ServiceHistory history, BacktestPlan plan)
    {
        var hours = Days(history, origin - plan.LookbackDays, origin);
        if (IncidentDetection.Read(hours) is not { } record) return null;
        int first = Math.Max(0, origin - Math.Max(plan.LookbackDays, FleetPriorFit.HistoryDays));
        var fleetRecord = first < origin - plan.LookbackDays ? IncidentDetection.Read(Days(history, first, origin))! : record;
        return new PastWindow(history.Service, origin, hours, Sum(hours), record, fleetRecord);
    }

    private static ArraySegment<SliCounts?> Days(ServiceHistory history, int first, int end) => new(history.Hours, first * 24, (end - first) * 24);

    private static SliCounts Sum(ArraySegment<SliCounts?> hours)
    {
        var sum = default(SliCounts);
        foreach (var hour in hours) sum += hour.GetValueOrDefault();
        return sum;
    }
}
