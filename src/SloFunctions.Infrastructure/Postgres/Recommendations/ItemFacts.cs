using SloFunctions.Application.Recommendations.Documents;

namespace SloFunctions.Infrastructure.Postgres.Recommendations;

/// <summary>What is stored of a recommendation in columns of its own besides its document, because it is asked for across many.</summary>
internal sealed record ItemFacts(double Confidence, bool IsLowConfidence, double? CompositeBound)
{
    public static ItemFacts Of(RecommendationItem item) => item switch
    {
        AvailabilityRecommendation a => new ItemFacts(a.Confidence.Score, a.Confidence.IsLow, a.Explanation.DependencyImpact.CompositeAvailabilityBound),
        LatencyRecommendation l => new ItemFacts(l.Confidence.Score, l.Confidence.IsLow, null),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.GetType(), "This SLI has no columns yet."),
    };
}
