using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Reports;

/// <summary>What was counted of one objective over a window.</summary>
/// <param name="HoursMeasured">Hours in which the service was measured at all.</param>
/// <param name="HoursUsable">Those of them that tell of this objective: for a latency objective, those with a histogram that has its threshold for a boundary.</param>
/// <param name="HoursOffBuckets">Those with a histogram that has not.</param>
/// <param name="Counts">The requests of the usable hours, good ones as the objective means it.</param>
public sealed record ObjectiveCounts(int HoursMeasured, int HoursUsable, int HoursOffBuckets, SliCounts Counts)
{
    /// <summary>Nothing was measured.</summary>
    public static readonly ObjectiveCounts None = new(0, 0, 0, default);
}
