using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Lifecycle;

/// <summary>A decision that is valid in itself.</summary>
/// <param name="Action">What to do.</param>
/// <param name="RecommendationId">What it is about; null for targets that somebody brings.</param>
/// <param name="Tier">The tier to take or to start from; null where none is.</param>
/// <param name="Wanted">The targets that the decision itself names; none for acceptance and rejection.</param>
/// <param name="Rationale">Why; null when nothing is said.</param>
public sealed record Decision(DecisionAction Action, Guid? RecommendationId, Tier? Tier, WantedTargets Wanted, string? Rationale)
{
    /// <summary>The recommendation of one SLI that it names; null when it names the set, or nothing.</summary>
    internal Guid? ItemOf(DecidedRecommendation? decided) => RecommendationId == decided?.SetId ? null : RecommendationId;
}
