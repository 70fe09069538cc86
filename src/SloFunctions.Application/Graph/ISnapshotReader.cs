using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>Reads earlier effective graphs.</summary>
public interface ISnapshotReader
{
    /// <summary>The graph of a snapshot; null when it is not kept any more.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<ServiceGraph?> FindAsync(Guid snapshotId, CancellationToken cancellation);
}
