using SloFunctions.Application.Reliability;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Prediction;

/// <summary>
/// Learns from all services together how services of this fleet fail, once a day, and earlier when the fleet has grown. Runs
/// after the aggregation, so that no request waits for it.
/// </summary>
public sealed class FitFleetPrior(IFleetHistories histories, ISliStore telemetry, IFleetPriorStore store, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Fits anew where it is time to.</summary>
    /// <param name="grownAt">When histories of further services began to be read; null when none were. A prior fitted since holds them.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The new prior; null where the latest one is still good.</returns>
    public async Task<StoredFleetPrior?> HandleAsync(DateTimeOffset? grownAt, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var latest = await store.ReadLatestAsync(cancellation);
        if (latest is not null && now - latest.FittedAt < Lifetime && (grownAt is null || latest.FittedAt >= grownAt)) return null;
        if ((await telemetry.ReadStateAsync(cancellation)).Through is not { } through) return null;

        var fit = new FleetPriorFit(FleetArchetype.Usual);
        await foreach (var (_, hours) in histories.ReadAsync(TimeWindow.LastDays(FleetPriorFit.HistoryDays, through), cancellation))
        {
            if (IncidentDetection.Read(hours) is { } record) fit.Add(record);
        }

        var fitted = new StoredFleetPrior(now, fit.ToPrior());
        await store.SaveAsync(fitted, cancellation);
        return fitted;
    }
}
