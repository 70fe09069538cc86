using SloFunctions.Application.Validation;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Lifecycle;

/// <summary>An acceptance by a rule.</summary>
/// <param name="RecommendationId">The recommendation of one SLI, or the set for all its recommendations that are still open.</param>
/// <param name="Tier">The tier to take.</param>
/// <param name="Actor">Who answers for it in the audit log, 1 to 255 characters: for a rule <c>rule:</c> and its id.</param>
/// <param name="Details">What the audit entry says besides, as a JSON object: the rule's id, name and version.</param>
public sealed record Acceptance(Guid RecommendationId, Tier Tier, string Actor, string Details)
{
    /// <summary>What the SLO must still be, so that nobody's decision is written over that the rule has not seen; no demand unless given.</summary>
    public Precondition Seen { get; init; } = Precondition.None;
}
