using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Testing.Ports;

/// <summary>Recommendations in memory: the active set of each service and look-back.</summary>
public sealed class InMemoryRecommendationStore(params IReadOnlyCollection<string> registered) : IRecommendationStore
{
    private readonly Dictionary<(string Service, int LookbackDays, string Method), StoredRecommendations> active = [];
    private readonly List<RecommendationDocument> saved = [];

    /// <summary>Every set that was saved, oldest first.</summary>
    public IReadOnlyList<RecommendationDocument> Saved => saved;

    /// <inheritdoc/>
    public Task<RecommendationLookup> FindAsync(ServiceId service, int lookbackDays, RecommendationMethod method, CancellationToken cancellation) =>
        Task.FromResult(new RecommendationLookup(
            registered.Contains(service.Value),
            active.GetValueOrDefault((service.Value, lookbackDays, Domain.Vocabulary.Term<RecommendationMethod>.Name(method)))));

    /// <inheritdoc/>
    public Task SaveAsync(RecommendationDocument document, string json, int lookbackDays, CancellationToken cancellation)
    {
        saved.Add(document);
        active[(document.ServiceId, lookbackDays, document.Method)] = new StoredRecommendations(json, document.ExpiresAt);
        return Task.CompletedTask;
    }
}
