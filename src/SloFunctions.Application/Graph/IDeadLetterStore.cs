namespace SloFunctions.Application.Graph;

/// <summary>Where events are kept that cannot be taken in.</summary>
public interface IDeadLetterStore
{
    /// <summary>Keeps an event, once: of those with one delivery key the first stays as it is.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer; nothing was stored.</exception>
    Task AddAsync(GraphEventDeadLetter letter, CancellationToken cancellation);
}
