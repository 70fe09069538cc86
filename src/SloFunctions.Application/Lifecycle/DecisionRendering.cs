using System.Text.Json;
using SloFunctions.Application.Audit;
using SloFunctions.Application.Impact.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Lifecycle;

/// <summary>Publishes decisions, to the caller and to the audit log.</summary>
internal static class DecisionRendering
{
    public static SloChange Activation(
        Decision decision,
        SloSituation situation,
        ActiveSlo slo,
        DecidedRecommendation? decided,
        IReadOnlyDictionary<string, string>? delta,
        IReadOnlyList<WarningDocument> warnings,
        DecisionContext context) => new(
        Document("active", slo, decision, delta, warnings, context),
        slo,
        Entry(decision, situation.Slo, slo, decided, context) with
        {
            ModificationDelta = delta is null ? null : JsonSerializer.Serialize(delta, PublishedJson.Options),
            Details = context.Details ?? (warnings.Count == 0 ? null : JsonSerializer.Serialize(new { warnings }, PublishedJson.Options)),
        },
        decided);

    public static SloChange Rejection(Decision decision, SloSituation situation, DecidedRecommendation decided, DecisionContext context) => new(
        Document("rejected", situation.Slo, decision, null, [], context),
        null,
        Entry(decision, situation.Slo, situation.Slo, decided, context),
        decided);

    private static SloDecisionDocument Document(
        string status,
        ActiveSlo? slo,
        Decision decision,
        IReadOnlyDictionary<string, string>? delta,
        IReadOnlyList<WarningDocument> warnings,
        DecisionContext context) => new(
        slo?.Id,
        context.Service.Value,
        status,
        slo?.Version,
        slo is null ? null : SloTargetsDocument.Of(slo.Targets),
        slo is null ? null : Term<SloSource>.Name(slo.Source),
        decision.RecommendationId,
        decision.Tier is { } tier ? Term<Tier>.Name(tier) : null,
        delta,
        warnings,
        slo?.ActivatedAt,
        slo?.ActivatedBy,
        decision.Rationale,
        context.AuditId);

    private static AuditEntry Entry(Decision decision, ActiveSlo? previous, ActiveSlo? next, DecidedRecommendation? decided, DecisionContext context) => new(
        context.AuditId,
        context.Service,
        context.Action,
        context.Actor,
        decision.ItemOf(decided),
        decided?.SetId,
        Snapshot(previous, context),
        Snapshot(next, context),
        decision.Tier,
        decision.Rationale,
        null,
        context.Details,
        context.Now);

    private static string? Snapshot(ActiveSlo? slo, DecisionContext context) =>
        slo is null ? null : JsonSerializer.Serialize(ActiveSloDocument.Of(context.Service, slo), PublishedJson.Options);
}
