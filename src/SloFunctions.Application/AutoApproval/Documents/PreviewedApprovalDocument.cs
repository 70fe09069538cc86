namespace SloFunctions.Application.AutoApproval.Documents;

/// <summary>An approval that a rule would have given. Availabilities are percentages, durations milliseconds.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="RecommendationSetId">The set.</param>
/// <param name="RecommendationId">The recommendation.</param>
/// <param name="SliType">Its SLI.</param>
/// <param name="Tier">The tier taken.</param>
/// <param name="Target">The target.</param>
/// <param name="PreviousTarget">The target in force before; null without one.</param>
/// <param name="Direction">What it would have done to that one.</param>
/// <param name="GeneratedAt">When it was recommended.</param>
/// <param name="EstimatedBreachProbability">The chance of missing it that was stated; null when none was.</param>
/// <param name="Realised">The availability of the whole days since, at most 28; null for latency, and when too few days passed or were measured.</param>
/// <param name="BurnRate">How fast its error budget was spent in those days; null as before.</param>
/// <param name="Breached">Whether it was missed in those days; null as before.</param>
public sealed record PreviewedApprovalDocument(
    string ServiceId,
    Guid RecommendationSetId,
    Guid RecommendationId,
    string SliType,
    string Tier,
    double Target,
    double? PreviousTarget,
    string Direction,
    DateTimeOffset GeneratedAt,
    double? EstimatedBreachProbability,
    double? Realised,
    double? BurnRate,
    bool? Breached);
