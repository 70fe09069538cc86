using SloFunctions.Application.Prediction;

namespace SloFunctions.Testing.Ports;

/// <summary>The latest prior in memory.</summary>
public sealed class InMemoryFleetPriors : IFleetPriorStore
{
    /// <summary>The latest one; null before the first.</summary>
    public StoredFleetPrior? Latest { get; private set; }

    /// <inheritdoc/>
    public Task<StoredFleetPrior?> ReadLatestAsync(CancellationToken cancellation) => Task.FromResult(Latest);

    /// <inheritdoc/>
    public Task SaveAsync(StoredFleetPrior prior, CancellationToken cancellation)
    {
        Latest = prior;
        return Task.CompletedTask;
    }
}
