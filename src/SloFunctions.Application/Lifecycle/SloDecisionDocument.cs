using SloFunctions.Application.Impact.Documents;

namespace SloFunctions.Application.Lifecycle;

/// <summary>What became of a decision, as the API publishes it.</summary>
/// <param name="SloId">The SLO in force; null when a rejection leaves the service without one.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="Status"><c>active</c> when targets are in force by this decision, <c>rejected</c> when a recommendation was refused.</param>
/// <param name="Version">The version of the SLO in force; null without one.</param>
/// <param name="Targets">The targets in force; null without any.</param>
/// <param name="Source">Where they come from; null without any.</param>
/// <param name="RecommendationId">The recommendation decided on, as it was named; null for targets that somebody brought.</param>
/// <param name="SelectedTier">The tier chosen; null without one.</param>
/// <param name="ModificationDelta">What differs from the recommendation, by target; null where nothing was changed.</param>
/// <param name="Warnings">What stands between the service and its availability target; empty when nothing does.</param>
/// <param name="ActivatedAt">Since when the targets are in force; null without any.</param>
/// <param name="ActivatedBy">Who decided on them; null without any.</param>
/// <param name="Rationale">Why, in the actor's words; null when nothing was said.</param>
/// <param name="AuditId">The entry in the audit log.</param>
public sealed record SloDecisionDocument(
    Guid? SloId,
    string ServiceId,
    string Status,
    long? Version,
    SloTargetsDocument? Targets,
    string? Source,
    Guid? RecommendationId,
    string? SelectedTier,
    IReadOnlyDictionary<string, string>? ModificationDelta,
    IReadOnlyList<WarningDocument> Warnings,
    DateTimeOffset? ActivatedAt,
    string? ActivatedBy,
    string? Rationale,
    Guid AuditId);
