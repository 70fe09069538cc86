namespace SloFunctions.Application.Drift;

/// <summary>Lets one instance at a time look for drift.</summary>
public interface IDriftTurn
{
    /// <summary>Does the work unless another instance is about it. The turn ends with the work, or with the process or its connection.</summary>
    /// <returns>Whether it was done here.</returns>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    Task<bool> TryRunAsync(Func<Task> work, CancellationToken cancellation);
}
