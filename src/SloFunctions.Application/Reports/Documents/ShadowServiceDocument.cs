using SloFunctions.Application.Recommendations.Documents;

namespace SloFunctions.Application.Reports.Documents;

/// <summary>One service with an availability SLO that people chose.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Team">Who runs it.</param>
/// <param name="Criticality">How much depends on it.</param>
/// <param name="Source"><c>manual</c> or <c>recommendation_modified</c>.</param>
/// <param name="Manual">The target in force, with what the predictive model says of it from the last 30 days.</param>
/// <param name="RecommendationId">The active recommendation.</param>
/// <param name="RecommendedAt">When it was computed.</param>
/// <param name="Recommended">Its targets.</param>
/// <param name="Difference">How the target in force differs from the balanced one; null when none is recommended.</param>
/// <param name="Verdict"><c>manual_stricter</c>, <c>manual_looser</c> or <c>same</c>; null when none is recommended.</param>
/// <param name="Trial">What would have become of both.</param>
public sealed record ShadowServiceDocument(
    string ServiceId,
    string? Team,
    string Criticality,
    string Source,
    ShadowTargetDocument Manual,
    Guid RecommendationId,
    DateTimeOffset RecommendedAt,
    TiersDocument<ShadowTargetDocument> Recommended,
    TargetDifferenceDocument? Difference,
    string? Verdict,
    ShadowTrialDocument Trial);
