using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Maintenance;

namespace SloFunctions.Application.Maintenance;

/// <summary>Measures parts of hours, by the same rules as whole ones: successive parts of an hour add up to it.</summary>
public interface IPartialHours
{
    /// <summary>Counts what services were asked for in a part of an hour.</summary>
    /// <param name="part">A span within one hour, UTC.</param>
    /// <param name="services">The services.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>One entry for each service that was measured, under the hour.</returns>
    /// <exception cref="Failures.DependencyUnavailableException">The metric store does not answer or answers nonsense.</exception>
    Task<IReadOnlyList<ServiceHour>> ReadAsync(MaintenanceSpan part, IReadOnlyCollection<ServiceId> services, CancellationToken cancellation);
}
