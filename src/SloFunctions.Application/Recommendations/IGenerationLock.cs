namespace SloFunctions.Application.Recommendations;

/// <summary>Lets one instance at a time compute the recommendations of a key.</summary>
public interface IGenerationLock
{
    /// <summary>Waits for its turn, which ends with the work, or with the process or its connection.</summary>
    /// <param name="key">What is computed.</param>
    /// <param name="work">Computes it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<T> RunAsync<T>(RecommendationKey key, Func<Task<T>> work, CancellationToken cancellation);
}
