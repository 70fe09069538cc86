using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Drift;

/// <summary>Reads what is kept of the drift of a service.</summary>
public interface IDriftReader
{
    /// <summary>Reads it; null when the service is not registered.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<KnownDrift?> FindAsync(ServiceId service, CancellationToken cancellation);
}
