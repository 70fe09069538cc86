using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Drift;

/// <summary>The metric store as drift detection reads it: dense points of many services at once.</summary>
public interface IDriftTelemetry
{
    /// <summary>Reads points by queries that are about all of the services together.</summary>
    /// <param name="services">The services, so few that the store can answer at once.</param>
    /// <param name="span">The instants.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The points of every service that was measured at one of the instants at least.</returns>
    /// <exception cref="Failures.DependencyUnavailableException">The store does not answer, or answered only in part.</exception>
    Task<IReadOnlyDictionary<ServiceId, ServicePoints>> ReadAsync(
        IReadOnlyCollection<ServiceId> services, PointSpan span, CancellationToken cancellation);
}
