namespace SloFunctions.Application.Graph;

/// <summary>Reads the effective graph of all services.</summary>
public interface IServiceGraphReader
{
    /// <summary>The present graph.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<CurrentGraph> ReadCurrentAsync(CancellationToken cancellation);
}
