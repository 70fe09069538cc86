using System.Text.Json;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Recommendations;

/// <summary>
/// Serves the recommendations of a service: the stored ones while they are valid, new ones otherwise, the stored ones
/// marked stale while the metric store is unreachable.
/// </summary>
public sealed class GetRecommendations(
    IRecommendationStore store, GenerateRecommendations generator, ITelemetryHealth telemetry, TimeProvider clock)
{
    /// <summary>Answers with the published document as JSON text, or says that the service is not known.</summary>
    public async Task<Result<string>> HandleAsync(RecommendationQuery query, CancellationToken cancellation)
    {
        var lookup = await store.FindAsync(query.Service, query.LookbackDays, RecommendationMethod.HistoricalPercentile, cancellation);
        if (!lookup.IsRegistered) return Error.ServiceNotFound(query.Service.Value);

        bool isReachable = await telemetry.IsReachableAsync(cancellation);
        if (lookup.Stored is { } stored && (!isReachable || IsValid(stored, query)))
            return Select(stored.Json, query.SliType, isStale: !isReachable);

        string json = await generator.GenerateAsync(query.Service, query.LookbackDays, cancellation);
        return Select(json, query.SliType, isStale: !isReachable);
    }

    private bool IsValid(StoredRecommendations stored, RecommendationQuery query) =>
        !query.ForceRegenerate && clock.GetUtcNow() < stored.ExpiresAt;

    private static string Select(string json, SliType? sliType, bool isStale)
    {
        if (sliType is null && !isStale) return json;
        var document = JsonSerializer.Deserialize<RecommendationDocument>(json, PublishedJson.Options)!;
        var items = document.Recommendations.Where(item => sliType is null || TypeOf(item) == sliType);
        return JsonSerializer.Serialize(document with { Stale = isStale, Recommendations = [.. items] }, PublishedJson.Options);
    }

    private static SliType TypeOf(RecommendationItem item) => item switch
    {
        AvailabilityRecommendation => SliType.Availability,
        LatencyRecommendation => SliType.Latency,
        _ => throw new InvalidOperationException($"{item.GetType().Name} has no SLI type."),
    };
}
