namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>The latency targets of a service.</summary>
/// <param name="Id">The id of this recommendation.</param>
/// <param name="Metric">Always <c>p99_response_time_ms</c>.</param>
/// <param name="AchievedMs">The p99 measured over the look-back window, in milliseconds; null beyond the highest bucket.</param>
/// <param name="Confidence">How far the targets can be trusted.</param>
/// <param name="Tiers">One target a tier.</param>
/// <param name="Explanation">Where the targets come from.</param>
public sealed record LatencyRecommendation(
    Guid Id,
    string Metric,
    double? AchievedMs,
    ConfidenceDocument Confidence,
    TiersDocument<LatencyTierDocument> Tiers,
    LatencyExplanation Explanation)
    : RecommendationItem(Id);
