namespace SloFunctions.Application.Graph;

/// <summary>Where the dependency graph is kept.</summary>
public interface IGraphStore
{
    /// <summary>
    /// Runs <paramref name="work"/> as one change: all of it takes effect or nothing, and changes come one after the other.
    /// </summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer; nothing took effect.</exception>
    Task<T> ChangeAsync<T>(Func<IGraphChange, Task<T>> work, CancellationToken cancellation);

    /// <summary>All services and all that sources say of their dependencies lately.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<StoredGraph> ReadAsync(CancellationToken cancellation);
}
