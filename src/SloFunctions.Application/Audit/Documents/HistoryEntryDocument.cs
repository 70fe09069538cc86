using System.Text.Json;

namespace SloFunctions.Application.Audit.Documents;

/// <summary>One entry of a service's history.</summary>
/// <param name="AuditId">Its id.</param>
/// <param name="Sequence">Its number in the service's chain; the first is 1.</param>
/// <param name="Action">What was done.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="RecommendationId">The recommendation of one SLI that it is about; null unless exactly one is.</param>
/// <param name="RecommendationSetId">The set of recommendations that it is about; null without one.</param>
/// <param name="PreviousSlo">The SLO before; null without one.</param>
/// <param name="NewSlo">The SLO after; null where the action made none.</param>
/// <param name="SelectedTier">The tier chosen; null without one.</param>
/// <param name="Rationale">Why, in the actor's words.</param>
/// <param name="ModificationDelta">What differs from the recommendation.</param>
/// <param name="Details">What else belongs to it: the warnings given, the rule that fired.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Hash">Its digest as 64 hexadecimal digits, which the next entry holds.</param>
public sealed record HistoryEntryDocument(
    Guid AuditId,
    long Sequence,
    string Action,
    string Actor,
    Guid? RecommendationId,
    Guid? RecommendationSetId,
    JsonElement? PreviousSlo,
    JsonElement? NewSlo,
    string? SelectedTier,
    string? Rationale,
    JsonElement? ModificationDelta,
    JsonElement? Details,
    DateTimeOffset Timestamp,
    string Hash);
