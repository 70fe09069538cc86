using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Reads what rules must know of services. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IStandingReader
{
    /// <summary>The present standing of a service; null when it is not registered.</summary>
    Task<PresentStanding?> FindAsync(ServiceId service, CancellationToken cancellation);
}
