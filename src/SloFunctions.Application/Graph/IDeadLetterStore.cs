namespace SloFunctions.Application.Graph;

/// <summary>Where events and submissions are kept that cannot be taken in.</summary>
public interface IDeadLetterStore
{
    /// <summary>Keeps an event, once: of those with one delivery key the first stays as it is.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer; nothing was stored.</exception>
    Task AddAsync(GraphEventDeadLetter letter, CancellationToken cancellation);

    /// <summary>Notes that a delivery has failed. An event that has not failed for a week is forgotten.</summary>
    /// <param name="deliveryKey">The same for every delivery of the event, at most 255 characters.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer; nothing was noted.</exception>
    Task<FailedDelivery> CountFailureAsync(string deliveryKey, DateTimeOffset now, CancellationToken cancellation);
}
