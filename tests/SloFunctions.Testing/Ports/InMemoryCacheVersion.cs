using SloFunctions.Application.Failures;
using SloFunctions.Application.Recommendations;

namespace SloFunctions.Testing.Ports;

/// <summary>The version of a store in memory, as one instance sees it.</summary>
public sealed class InMemoryCacheVersion(InMemoryRecommendationStore store) : ICacheVersion
{
    /// <inheritdoc/>
    public long OwnWrites { get; private set; }

    /// <summary>How often the version was asked for.</summary>
    public int Reads { get; private set; }

    /// <summary>Held up as long as this is not complete.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<long> ReadAsync(CancellationToken cancellation)
    {
        Reads++;
        long version = store.Version;
        await Gate.WaitAsync(cancellation);
        return store.IsReachable ? version : throw new DependencyUnavailableException("database", TimeSpan.FromSeconds(5), null);
    }

    /// <summary>This instance has written something.</summary>
    public void Wrote() => OwnWrites++;
}
