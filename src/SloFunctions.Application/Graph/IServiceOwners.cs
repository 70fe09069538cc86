using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>Tells whose services are.</summary>
public interface IServiceOwners
{
    /// <summary>Whose services these are; those that are not known are missing from the answer.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<IReadOnlyDictionary<ServiceId, ServiceOwner>> FindOwnersAsync(IReadOnlyCollection<ServiceId> services, CancellationToken cancellation);
}
