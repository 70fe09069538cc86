namespace SloFunctions.Application.Reliability;

/// <summary>
/// Keeps the last result of an expensive computation for as long as its key is asked for. Whoever asks meanwhile waits for the
/// same run; who stops waiting does not stop it for the others.
/// </summary>
/// <param name="limit">How long a run may take.</param>
/// <param name="clock">The time.</param>
public sealed class LatestComputation<T>(TimeSpan limit, TimeProvider clock)
{
    private readonly Lock gate = new();
    private (string Key, Task<T> Run)? latest;

    /// <summary>The result for a key: the last one when it has that key, a new one otherwise. A run that failed is not kept.</summary>
    /// <param name="key">The same for the same result.</param>
    /// <param name="compute">Computes the result; its token ends at the limit, whatever becomes of the callers.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<T> GetAsync(string key, Func<CancellationToken, Task<T>> compute, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (latest is not { } last || last.Key != key || last.Run.IsFaulted || last.Run.IsCanceled)
                latest = last = (key, Task.Run(() => RunAsync(compute), CancellationToken.None));
            return last.Run.WaitAsync(cancellation);
        }
    }

    private async Task<T> RunAsync(Func<CancellationToken, Task<T>> compute)
    {
        using var timeout = new CancellationTokenSource(limit, clock);
        return await compute(timeout.Token);
    }
}
