using System.Threading.RateLimiting;
using SloFunctions.Application.Failures;

namespace SloFunctions.Functions.Operations;

/// <summary>Lets so many requests of a group run at once, few wait, and turns the others away, so that no group takes the whole instance.</summary>
internal sealed class Bulkheads(BulkheadPolicy policy) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly ConcurrencyLimiter?[] limiters = [.. Enum.GetValues<OperationGroup>().Select(group => Limiter(policy, group))];

    /// <summary>Waits for a place.</summary>
    /// <returns>To be disposed when the work is done; null where there is no limit.</returns>
    /// <exception cref="OverloadedException">Too many wait, or it took too long.</exception>
    public async ValueTask<IDisposable?> EnterAsync(OperationGroup group, CancellationToken cancellation)
    {
        if (limiters[(int)group] is not { } limiter) return null;
        var place = limiter.AttemptAcquire();
        if (place.IsAcquired) return place;

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(policy.LongestWait);
        try
        {
            place = await limiter.AcquireAsync(1, patience.Token);
            return place.IsAcquired ? place : throw new OverloadedException(RetryAfter);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new OverloadedException(RetryAfter);
        }
    }

    public void Dispose()
    {
        foreach (var limiter in limiters) limiter?.Dispose();
    }

    private static ConcurrencyLimiter? Limiter(BulkheadPolicy policy, OperationGroup group) => policy.Of(group) is { } limits
        ? new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = limits.AtOnce,
            QueueLimit = limits.Waiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        })
        : null;
}
