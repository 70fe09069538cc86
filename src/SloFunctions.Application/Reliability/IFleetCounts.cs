using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Reliability;

/// <summary>Reads what telemetry counted of all services at once.</summary>
public interface IFleetCounts
{
    /// <summary>Σgood and Σtotal of every service; services without traffic are missing.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<IReadOnlyDictionary<ServiceId, SliCounts>> ReadAllCountsAsync(TimeWindow window, CancellationToken cancellation);
}
