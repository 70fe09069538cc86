using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Lifecycle;

/// <summary>The SLO of a service that is in force.</summary>
/// <param name="Id">Its id, which stays the same however often its targets change.</param>
/// <param name="Version">1 when it was made, one more with each change.</param>
/// <param name="Targets">What it promises.</param>
/// <param name="Source">Where the targets come from.</param>
/// <param name="RecommendationId">The recommendation of one SLI that was taken; null when the whole set was.</param>
/// <param name="RecommendationSetId">The set that was taken, whole or in part; null for targets that somebody brought.</param>
/// <param name="Tier">The tier that was taken; null for targets that somebody brought.</param>
/// <param name="ActivatedAt">Since when these targets are in force.</param>
/// <param name="ActivatedBy">Who decided on them.</param>
public sealed record ActiveSlo(
    Guid Id,
    long Version,
    SloTargets Targets,
    SloSource Source,
    Guid? RecommendationId,
    Guid? RecommendationSetId,
    Tier? Tier,
    DateTimeOffset ActivatedAt,
    string ActivatedBy);
