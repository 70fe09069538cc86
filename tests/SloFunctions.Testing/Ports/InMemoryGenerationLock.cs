using System.Collections.Concurrent;
using SloFunctions.Application.Recommendations;

namespace SloFunctions.Testing.Ports;

/// <summary>One turn at a time for each key; several instances may share one.</summary>
public sealed class InMemoryGenerationLock : IGenerationLock
{
    private readonly ConcurrentDictionary<RecommendationKey, SemaphoreSlim> turns = new();

    /// <summary>Called before each piece of work, within its turn.</summary>
    public Func<Task>? BeforeWork { get; set; }

    /// <inheritdoc/>
    public async Task<T> RunAsync<T>(RecommendationKey key, Func<Task<T>> work, CancellationToken cancellation)
    {
        var turn = turns.GetOrAdd(key, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            if (BeforeWork is { } before) await before();
            return await work();
        }
        finally
        {
            turn.Release();
        }
    }
}
