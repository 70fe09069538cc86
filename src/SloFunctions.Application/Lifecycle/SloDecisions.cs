using SloFunctions.Application.Impact.Documents;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Lifecycle;

/// <summary>The rules by which decisions change SLOs.</summary>
internal static class SloDecisions
{
    /// <summary>Gives the change that a decision makes, or why it cannot be made.</summary>
    public static Result<SloChange> Decide(Decision decision, SloSituation situation, DecisionContext context)
    {
        if (decision.RecommendationId is not { } id) return Bring(decision, situation, context);
        if (situation.Recommendation is not { } found) return Error.NotFound("recommendation", "Recommendation", id.ToString("D"));
        if (!OpenItems.Of(found, id, context.Now).TryGet(out var items, out var error)) return error;
        var decided = new DecidedRecommendation(found.Document.RecommendationId, [.. items.Select(i => i.Id)], StatusAfter(decision.Action));
        return decision.Action == DecisionAction.Reject
            ? DecisionRendering.Rejection(decision, situation, decided, context)
            : Take(decision, situation, found.Document, items, decided, context);
    }

    private static RecommendationStatus StatusAfter(DecisionAction action) =>
        action == DecisionAction.Reject ? RecommendationStatus.Rejected : RecommendationStatus.Accepted;

    private static Result<SloChange> Take(
        Decision decision,
        SloSituation situation,
        RecommendationDocument document,
        IReadOnlyList<RecommendationItem> items,
        DecidedRecommendation decided,
        DecisionContext context)
    {
        var recommended = RecommendedTargets.Of(items, decision.Tier!.Value);
        var chosen = decision.Wanted.Over(recommended);
        if (chosen == WantedTargets.None) return NoTarget;
        if (!Combine(chosen, recommended, situation.Slo?.Targets).TryGet(out var targets, out var error)) return error;
        var slo = Activate(situation.Slo, targets, decision, decided, context);
        return DecisionRendering.Activation(
            decision,
            situation,
            slo,
            decided,
            decision.Action == DecisionAction.Modify ? ModificationDelta.Of(decision.Wanted, recommended) : null,
            [
                .. chosen.Availability is { } target ? DesiredTargetRendering.Render(target, document).Warnings : [],
                .. BucketWarnings.Of(decision.Wanted, situation.LatencyBounds),
            ],
            context);
    }

    private static Result<SloChange> Bring(Decision decision, SloSituation situation, DecisionContext context)
    {
        var (availability, p95, p99, p999) = decision.Wanted;
        var targets = new SloTargets(availability, new LatencyTargets(p95, p99, p999));
        var slo = Activate(situation.Slo, targets, decision, null, context);
        return DecisionRendering.Activation(decision, situation, slo, null, null, [.. context.OwnWarnings, .. BucketWarnings.Of(decision.Wanted, situation.LatencyBounds)], context);
    }

    // What neither the decision nor the recommendation speaks of stays as it is; recommended latencies replace all that were promised.
    private static Result<SloTargets> Combine(WantedTargets chosen, WantedTargets recommended, SloTargets? present)
    {
        var kept = recommended.HasLatency || present is null
            ? WantedTargets.None
            : new WantedTargets(null, present.Latency.P95Ms, present.Latency.P99Ms, present.Latency.P999Ms);
        var (availability, p95, p99, p999) = chosen.Over(kept with { Availability = present?.Availability });
        return LatencyTargets.AreOrdered(p95, p99, p999)
            ? new SloTargets(availability, new LatencyTargets(p95, p99, p999))
            : Error.Invalid("modifications", "With the other targets as they are, a higher percentile would take less time than a lower one.");
    }

    private static ActiveSlo Activate(ActiveSlo? present, SloTargets targets, Decision decision, DecidedRecommendation? decided, DecisionContext context) => new(
        present?.Id ?? context.SloId,
        (present?.Version ?? 0) + 1,
        targets,
        decision.Action switch
        {
            DecisionAction.Accept => SloSource.RecommendationAccepted,
            DecisionAction.Modify => SloSource.RecommendationModified,
            _ => SloSource.Manual,
        },
        decision.ItemOf(decided),
        decided?.SetId,
        decision.Tier,
        context.Now,
        context.Actor);

    private static Error NoTarget { get; } = Error.Conflict(
        "no-target-recommended", "No Target Recommended", "This tier has no target to accept; the recommendation's notes say why.");
}
