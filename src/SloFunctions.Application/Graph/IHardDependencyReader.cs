using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>Reads what a service cannot do without.</summary>
public interface IHardDependencyReader
{
    /// <summary>The synchronous hard dependencies among all services that the service transitively needs, however deep.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<IReadOnlyList<(ServiceId Caller, ServiceId Callee)>> ReadClosureAsync(ServiceId service, CancellationToken cancellation);
}
