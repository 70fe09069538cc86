using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>Tells which services are registered.</summary>
public interface IRegisteredServices
{
    /// <summary>Those of some ids that are.</summary>
    Task<IReadOnlySet<ServiceId>> FindAsync(IReadOnlyCollection<ServiceId> services, CancellationToken cancellation);
}
