using SloFunctions.Domain.Prediction;

namespace SloFunctions.Application.Prediction;

/// <summary>Where fitted priors are kept. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IFleetPriorStore
{
    /// <summary>The latest prior; null before the first.</summary>
    Task<StoredFleetPrior?> ReadLatestAsync(CancellationToken cancellation);

    /// <summary>Keeps a prior and forgets all but the latest few.</summary>
    Task SaveAsync(StoredFleetPrior prior, CancellationToken cancellation);
}
