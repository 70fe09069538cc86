using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Recommendations;

/// <summary>Reads what is registered of a service.</summary>
public interface IServiceProfiles
{
    /// <summary>The profile of a service; that of a backend without data for one that is not registered.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<ServiceProfile> ReadAsync(ServiceId service, CancellationToken cancellation);
}
