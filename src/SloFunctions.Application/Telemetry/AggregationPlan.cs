using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Telemetry;

/// <summary>What one run of the aggregation reads.</summary>
/// <param name="Run">When the run began, which tells it from others.</param>
/// <param name="Horizon">Where histories begin.</param>
/// <param name="End">The end of the last hour that is read.</param>
/// <param name="Services">Services whose history is read for the first time.</param>
/// <param name="CatchUpFrom">From when on the hours of all services are read; null when there is none to catch up with.</param>
public sealed record AggregationPlan(DateTimeOffset Run, DateTimeOffset Horizon, DateTimeOffset End, int Services, DateTimeOffset? CatchUpFrom)
{
    /// <summary>The days that the services of the run are asked about, the oldest first.</summary>
    public IReadOnlyList<DayOfHours> Histories() => Services == 0 ? [] : [.. Days(Horizon).Select(d => new DayOfHours(d.Start, d.End, Run))];

    /// <summary>The days that all services are asked about, the oldest first.</summary>
    public IReadOnlyList<DayOfHours> CatchUp() => CatchUpFrom is { } from ? [.. Days(from).Select(d => new DayOfHours(d.Start, d.End, null))] : [];

    private IEnumerable<TimeWindow> Days(DateTimeOffset from)
    {
        for (var start = from; start < End; start = start.AddDays(1))
        {
            var end = start.AddDays(1);
            yield return new TimeWindow(start, end < End ? end : End);
        }
    }
}
