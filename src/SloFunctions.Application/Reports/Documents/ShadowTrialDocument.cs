using SloFunctions.Application.Recommendations.Documents;

namespace SloFunctions.Application.Reports.Documents;

/// <summary>What would have become of both targets.</summary>
/// <param name="RecommendationId">The recommendation that was tried; null without any.</param>
/// <param name="GeneratedAt">When it was computed.</param>
/// <param name="RecommendedTarget">Its balanced target, percent; null when none was recommended.</param>
/// <param name="Window">The days it was tried on; null when there are too few.</param>
/// <param name="Achieved">The availability of those days, percent; null when it is not known.</param>
/// <param name="ManualBreached">Whether it was below the target that people chose; null when it is not known.</param>
/// <param name="RecommendedBreached">Whether it was below the recommended one; null when it is not known.</param>
/// <param name="NotJudgedBecause"><c>no_recommended_target</c>, <c>too_recent</c>, <c>too_little_telemetry</c> or <c>no_traffic</c>; null when it is known.</param>
public sealed record ShadowTrialDocument(
    Guid? RecommendationId,
    DateTimeOffset? GeneratedAt,
    double? RecommendedTarget,
    WindowDocument? Window,
    double? Achieved,
    bool? ManualBreached,
    bool? RecommendedBreached,
    string? NotJudgedBecause);
