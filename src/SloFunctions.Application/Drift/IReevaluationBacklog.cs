namespace SloFunctions.Application.Drift;

/// <summary>Services whose recommendations are to be computed anew. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IReevaluationBacklog
{
    /// <summary>Takes the one that is due for longest; until the lease ends it is nobody else's.</summary>
    /// <param name="now">The present.</param>
    /// <param name="leasedUntil">When it is due again unless something is noted of it.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>Null when none is due.</returns>
    Task<QueuedReevaluation?> ClaimAsync(DateTimeOffset now, DateTimeOffset leasedUntil, CancellationToken cancellation);

    /// <summary>Takes it off the queue, unless the service was queued again meanwhile.</summary>
    Task RemoveAsync(QueuedReevaluation entry, CancellationToken cancellation);

    /// <summary>Lets it be tried again at a later time.</summary>
    Task PostponeAsync(QueuedReevaluation entry, DateTimeOffset next, CancellationToken cancellation);
}
