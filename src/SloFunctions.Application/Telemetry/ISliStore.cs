using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Telemetry;

/// <summary>Where hourly counts are kept. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface ISliStore
{
    /// <summary>How far the stored counts reach.</summary>
    Task<AggregationState> ReadStateAsync(CancellationToken cancellation);

    /// <summary>Stores hours, replacing the same hours of the same services; services that are not registered are passed over.</summary>
    /// <returns>The number of hours stored.</returns>
    Task<int> StoreAsync(IReadOnlyList<ServiceHour> hours, CancellationToken cancellation);

    /// <summary>Records that all hours before <paramref name="through"/> are stored; never moves backwards.</summary>
    Task AdvanceAsync(DateTimeOffset through, CancellationToken cancellation);

    /// <summary>
    /// Makes the services whose history has not been read those of a run, which no longer are another run's then. Once the run has any,
    /// those that are registered later are not added.
    /// </summary>
    /// <param name="run">When the run began.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>How many the run has.</returns>
    Task<int> PlanHistoriesAsync(DateTimeOffset run, CancellationToken cancellation);

    /// <summary>The services of a run.</summary>
    Task<IReadOnlyList<ServiceId>> ReadPlannedAsync(DateTimeOffset run, CancellationToken cancellation);

    /// <summary>Records that the history of the run's services is stored from <paramref name="since"/> on.</summary>
    Task MarkFilledAsync(DateTimeOffset run, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>
    /// Hours of the window that a service lacks between its first and its last measured hour there, and that have not been
    /// marked as checked.
    /// </summary>
    /// <param name="window">The hours looked at.</param>
    /// <param name="most">How many hours to return at most, the oldest first.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<IReadOnlyList<HourGap>> FindGapsAsync(TimeWindow window, int most, CancellationToken cancellation);

    /// <summary>Records that these hours have been asked for again.</summary>
    Task MarkCheckedAsync(IReadOnlyList<HourGap> gaps, CancellationToken cancellation);

    /// <summary>The hours of one service.</summary>
    Task<SliHistory> ReadHistoryAsync(ServiceId service, TimeWindow window, CancellationToken cancellation);

    /// <summary>Σgood and Σtotal of several services; services without traffic are missing.</summary>
    Task<IReadOnlyDictionary<ServiceId, SliCounts>> ReadCountsAsync(
        IReadOnlyCollection<ServiceId> services, TimeWindow window, CancellationToken cancellation);
}
