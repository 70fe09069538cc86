namespace SloFunctions.Application.Graph;

/// <summary>Reads the surroundings of services from the stored graph.</summary>
public interface ISubgraphReader
{
    /// <summary>Follows dependencies from a service.</summary>
    /// <returns>The subgraph; null when the service is not known.</returns>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<Subgraph?> ReadAsync(SubgraphQuery query, CancellationToken cancellation);
}
