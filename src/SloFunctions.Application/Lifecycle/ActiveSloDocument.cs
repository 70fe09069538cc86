using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Lifecycle;

/// <summary>The SLO of a service, as the API publishes it and the audit log keeps it.</summary>
/// <param name="SloId">Its id, which stays the same however often its targets change.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="Version">1 when it was made, one more with each change.</param>
/// <param name="Targets">What it promises.</param>
/// <param name="Source">Where the targets come from.</param>
/// <param name="RecommendationId">The recommendation of one SLI that was taken; null when the whole set was.</param>
/// <param name="RecommendationSetId">The set that was taken, whole or in part; null for targets that somebody brought.</param>
/// <param name="SelectedTier">The tier that was taken; null for targets that somebody brought.</param>
/// <param name="ActivatedAt">Since when these targets are in force.</param>
/// <param name="ActivatedBy">Who decided on them.</param>
public sealed record ActiveSloDocument(
    Guid SloId,
    string ServiceId,
    long Version,
    SloTargetsDocument Targets,
    string Source,
    Guid? RecommendationId,
    Guid? RecommendationSetId,
    string? SelectedTier,
    DateTimeOffset ActivatedAt,
    string ActivatedBy)
{
    /// <summary>Publishes an SLO.</summary>
    internal static ActiveSloDocument Of(ServiceId service, ActiveSlo slo) => new(
        slo.Id,
        service.Value,
        slo.Version,
        SloTargetsDocument.Of(slo.Targets),
        Term<SloSource>.Name(slo.Source),
        slo.RecommendationId,
        slo.RecommendationSetId,
        slo.Tier is { } tier ? Term<Tier>.Name(tier) : null,
        slo.ActivatedAt,
        slo.ActivatedBy);
}
