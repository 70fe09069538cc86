using SloFunctions.Application.Recommendations.Documents;

namespace SloFunctions.Application.Recommendations;

/// <summary>Where recommendations are kept. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IRecommendationStore
{
    /// <summary>The latest set of a key, with the version that was true at the same moment.</summary>
    Task<RecommendationLookup> FindAsync(RecommendationKey key, CancellationToken cancellation);

    /// <summary>Stores a set and makes it the active one; the set it replaces becomes superseded, and the version grows.</summary>
    /// <param name="document">The set.</param>
    /// <param name="json">The same as published, UTF-8.</param>
    /// <param name="evidence">The bytes of what it was computed from.</param>
    /// <param name="lookbackDays">The look-back that was asked for.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>What was stored; outdated from the start if the graph has changed since the set was computed.</returns>
    Task<StoredRecommendations> SaveAsync(
        RecommendationDocument document, ReadOnlyMemory<byte> json, byte[] evidence, int lookbackDays, CancellationToken cancellation);

    /// <summary>
    /// Stores a set as <see cref="SaveAsync"/> does, and notes in the same transaction that a service of a bulk run is done, so that
    /// each has one set at most however often it is computed.
    /// </summary>
    /// <param name="document">The set.</param>
    /// <param name="json">The same as published, UTF-8.</param>
    /// <param name="evidence">The bytes of what it was computed from.</param>
    /// <param name="lookbackDays">The look-back that was asked for.</param>
    /// <param name="entry">The service of the run.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>What was stored; null if nothing was, since the service is done already or the run does not go on.</returns>
    Task<StoredRecommendations?> SaveOnceAsync(
        RecommendationDocument document, ReadOnlyMemory<byte> json, byte[] evidence, int lookbackDays, RunEntry entry, CancellationToken cancellation);
}
