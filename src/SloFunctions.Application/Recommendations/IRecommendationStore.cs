using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>Where recommendations are kept. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IRecommendationStore
{
    /// <summary>The active set of a service for a look-back and method.</summary>
    Task<RecommendationLookup> FindAsync(ServiceId service, int lookbackDays, RecommendationMethod method, CancellationToken cancellation);

    /// <summary>Stores a set and makes it the active one; the set it replaces becomes superseded.</summary>
    /// <param name="document">The set.</param>
    /// <param name="json">The same as published.</param>
    /// <param name="lookbackDays">The look-back that was asked for.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task SaveAsync(RecommendationDocument document, string json, int lookbackDays, CancellationToken cancellation);
}
