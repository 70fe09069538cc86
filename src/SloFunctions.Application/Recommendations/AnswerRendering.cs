using System.Text.Json;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>Makes what a request asks for of the published document, which never changes.</summary>
internal static class AnswerRendering
{
    /// <summary>The document as it is where that is what was asked for; else marked, filtered or judged.</summary>
    public static PublishedAnswer Render(PublishedAnswer published, RecommendationQuery query, bool isStale)
    {
        if (query is not { SliType: null, DesiredTarget: null }) return PublishedAnswer.Of(Select(published, query, isStale));
        return isStale ? PublishedAnswer.Of(StaleMark.Set(published.Json.Span)) : published;
    }

    private static byte[] Select(PublishedAnswer published, RecommendationQuery query, bool isStale)
    {
        var document = JsonSerializer.Deserialize<RecommendationDocument>(published.Json.Span, PublishedJson.Options)!;
        var items = document.Recommendations.Where(item => query.SliType is null || TypeOf(item) == query.SliType);
        var answer = document with
        {
            Stale = isStale,
            Recommendations = [.. items],
            DesiredTarget = query.DesiredTarget is { } target ? DesiredTargetRendering.Render(target, document) : null,
        };
        return JsonSerializer.SerializeToUtf8Bytes(answer, PublishedJson.Options);
    }

    private static SliType TypeOf(RecommendationItem item) => item switch
    {
        AvailabilityRecommendation => SliType.Availability,
        LatencyRecommendation => SliType.Latency,
        _ => throw new InvalidOperationException($"{item.GetType().Name} has no SLI type."),
    };
}
