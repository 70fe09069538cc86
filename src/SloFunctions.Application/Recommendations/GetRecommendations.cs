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
            return Select(stored.Json, query, isStale: !isReachable);

        string json = await generator.GenerateAsync(query.Service, query.LookbackDays, cancellation);
        return Select(json, query, isStale: !isReachable);
    }

    private bool IsValid(StoredRecommendations stored, RecommendationQuery query) =>
        !query.ForceRegenerate && clock.GetUtcNow() < stored.ExpiresAt;

    // What is stored is served as it is, unless something else is asked for; it never changes.
    private static string Select(string json, RecommendationQuery query, bool isStale)
    {
        if (query is { SliType: null, DesiredTarget: null } && !isStale) return json;
        var document = JsonSerializer.Deserialize<RecommendationDocument>(json, PublishedJson.Options)!;
        var items = document.Recommendations.Where(item => query.SliType is null || TypeOf(item) == query.SliType);
        var answer = document with
        {
            Stale = isStale,
            Recommendations = [.. items],
            DesiredTarget = query.DesiredTarget is { } target ? DesiredTargetRendering.Render(target, document) : null,
        };
        return JsonSerializer.Serialize(answer, PublishedJson.Options);
    }

    private static SliType TypeOf(RecommendationItem item) => item switch
    {
        AvailabilityRecommendation => SliType.Availability,
        LatencyRecommendation => SliType.Latency,
        _ => throw new InvalidOperationException($"{item.GetType().Name} has no SLI type."),
    };
}
