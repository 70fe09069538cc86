using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Audit;

/// <summary>One entry of the audit log of a service's targets, as it is appended.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Service">The service.</param>
/// <param name="Action">What was done.</param>
/// <param name="Actor">Who did it, 1 to 255 characters.</param>
/// <param name="RecommendationId">The recommendation of one SLI that it is about; null when it is about the set, or none.</param>
/// <param name="RecommendationSetId">The set that it is about; null without one.</param>
/// <param name="PreviousSlo">The SLO before as JSON; null without one.</param>
/// <param name="NewSlo">The SLO after as JSON; null where the action makes none.</param>
/// <param name="SelectedTier">The tier chosen; null without one.</param>
/// <param name="Rationale">Why, in the actor's words.</param>
/// <param name="ModificationDelta">What differs from the recommendation, as JSON.</param>
/// <param name="Details">What else belongs to it, as JSON: warnings given, the rule that fired.</param>
/// <param name="Timestamp">When it happened.</param>
public sealed record AuditEntry(
    Guid Id,
    ServiceId Service,
    AuditAction Action,
    string Actor,
    Guid? RecommendationId,
    Guid? RecommendationSetId,
    string? PreviousSlo,
    string? NewSlo,
    Tier? SelectedTier,
    string? Rationale,
    string? ModificationDelta,
    string? Details,
    DateTimeOffset Timestamp);
