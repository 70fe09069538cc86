using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Reliability;

/// <summary>Reads the hourly counts of all services, for what is estimated over the whole fleet.</summary>
public interface IFleetHistories
{
    /// <summary>
    /// Every service with a measured hour in the window, in no order, one after the other so that they need not be held at
    /// once. There is one slot an hour of the window: null where nothing was measured, a total of zero where there was no traffic.
    /// </summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    IAsyncEnumerable<(ServiceId Service, SliCounts?[] Hours)> ReadAsync(TimeWindow window, CancellationToken cancellation);
}
