namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>The availability targets of a service.</summary>
/// <param name="Id">The id of this recommendation.</param>
/// <param name="Metric">Always <c>error_rate</c>.</param>
/// <param name="Achieved">The availability measured over the look-back window, in percent.</param>
/// <param name="Confidence">How far the targets can be trusted.</param>
/// <param name="Tiers">One target a tier.</param>
/// <param name="Explanation">Where the targets come from.</param>
public sealed record AvailabilityRecommendation(
    Guid Id,
    string Metric,
    double? Achieved,
    ConfidenceDocument Confidence,
    TiersDocument<AvailabilityTierDocument> Tiers,
    AvailabilityExplanation Explanation)
    : RecommendationItem(Id);
