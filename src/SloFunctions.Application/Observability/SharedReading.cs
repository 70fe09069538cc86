using SloFunctions.Application.Failures;

namespace SloFunctions.Application.Observability;

/// <summary>Something that is read once in a while however many ask for it. Safe for use by several threads.</summary>
/// <param name="read">Reads it.</param>
/// <param name="lifetime">How long what was read is given to others.</param>
/// <param name="limit">How long reading may take.</param>
/// <param name="clock">The time.</param>
/// <param name="unread">Is told why it could not be read.</param>
internal sealed class SharedReading<T>(Func<CancellationToken, Task<T>> read, TimeSpan lifetime, TimeSpan limit, TimeProvider clock, Action<Exception> unread)
    where T : class
{
    private readonly Lock gate = new();
    private Task<T?>? latest;
    private long readAt;

    /// <summary>What was read within the lifetime; null when it could not be.</summary>
    public Task<T?> GetAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (latest is null || (latest.IsCompleted && clock.GetElapsedTime(readAt) >= lifetime))
            {
                readAt = clock.GetTimestamp();
                latest = ReadAsync();
            }

            return latest.WaitAsync(cancellation);
        }
    }

    // Shared by all who wait, so that none of them may cancel it for the others.
    private async Task<T?> ReadAsync()
    {
        using var end = new CancellationTokenSource(limit, clock);
        try
        {
            // The handshake of a new connection does not look at the token, so that the wait has to.
            return await read(end.Token).WaitAsync(end.Token);
        }
        catch (Exception failure) when (failure is DependencyUnavailableException or OperationCanceledException)
        {
            unread(failure);
            return null;
        }
    }
}
