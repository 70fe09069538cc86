using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Reports;

/// <summary>Reads what the shadow comparison rests on. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IShadowRecords
{
    /// <summary>Every availability SLO in force that is manual or modified, by service id.</summary>
    /// <param name="key">Which recommendations to compare with.</param>
    /// <param name="trialStart">The start of the days that recommendations are tried on.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<IReadOnlyList<ShadowSlo>> ReadSlosAsync(ShadowKey key, DateTimeOffset trialStart, CancellationToken cancellation);

    /// <summary>What was counted of services, each over days of its own; services without any telemetry are missing.</summary>
    /// <param name="days">Whole UTC days for each service.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<IReadOnlyDictionary<ServiceId, ObjectiveCounts>> ReadCountsAsync(IReadOnlyDictionary<ServiceId, TimeWindow> days, CancellationToken cancellation);

    /// <summary>The hourly counts of some services, in no order: a slot an hour, null where nothing was measured.</summary>
    IAsyncEnumerable<(ServiceId Service, SliCounts?[] Hours)> ReadHistoriesAsync(
        IReadOnlyCollection<ServiceId> services, TimeWindow window, CancellationToken cancellation);
}
