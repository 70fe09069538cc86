using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>Lists the stored services.</summary>
public interface IServiceCatalog
{
    /// <summary>The services after an id in ordinal order.</summary>
    /// <param name="after">Null for the first ones.</param>
    /// <param name="count">The most services to return.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<IReadOnlyList<ServiceSummary>> ListAsync(ServiceId? after, int count, CancellationToken cancellation);
}
