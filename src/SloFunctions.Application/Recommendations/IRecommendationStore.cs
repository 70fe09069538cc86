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
}
