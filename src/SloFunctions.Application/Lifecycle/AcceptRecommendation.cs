using SloFunctions.Application.Identifiers;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Lifecycle;

/// <summary>Puts a stored recommendation into force on behalf of a rule.</summary>
public sealed class AcceptRecommendation(ISloStore store, LifecycleInstruments instruments, IIdSource ids, TimeProvider clock)
{
    /// <summary>Accepts; a failure tells why it could not, and then nothing has changed.</summary>
    public async Task<Result<SloDecisionDocument>> HandleAsync(ServiceId service, Acceptance acceptance, CancellationToken cancellation)
    {
        var decision = new Decision(DecisionAction.Accept, acceptance.RecommendationId, acceptance.Tier, WantedTargets.None, null);
        var context = new DecisionContext(service, AuditAction.AutoApprove, acceptance.Actor, clock.GetUtcNow(), ids.Next(), ids.Next())
        {
            Details = acceptance.Details,
        };
        var result = await store.DecideAsync(
            new DecisionSubject(service, acceptance.RecommendationId), situation => SloDecisions.Decide(decision, situation, context), cancellation);
        if (result.Value is not null) instruments.RecordDecision(service, AuditAction.AutoApprove);
        return result;
    }
}
