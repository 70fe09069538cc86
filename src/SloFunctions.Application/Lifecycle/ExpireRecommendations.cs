namespace SloFunctions.Application.Lifecycle;

/// <summary>Closes recommendations that nobody decided on in time, and forgets idempotency keys that need not be remembered any more.</summary>
public sealed class ExpireRecommendations(IRecommendationExpiry expiry, TimeProvider clock)
{
    // Small transactions: whoever decides meanwhile waits for none of them for long.
    private const int Batch = 500;
    private const string Actor = "system:expiry";

    /// <summary>Closes all that are due.</summary>
    /// <returns>How many sets were closed.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await expiry.ForgetAnswersAsync(now - LifecycleLimits.RepeatMemory, cancellation);
        int all = 0, closed;
        do
        {
            closed = await expiry.ExpireAsync(now, Batch, Actor, cancellation);
            all += closed;
        }
        while (closed == Batch);
        return all;
    }
}
