using SloFunctions.Application.AutoApproval.Documents;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Tells what a rule, or one with other conditions, would have approved lately, and what became of it.</summary>
public sealed class PreviewRule(IRuleStore rules, IStandingReader standings, IPreviewRecords records, ISliStore telemetry, TimeProvider clock)
{
    /// <summary>Makes the preview; nothing is changed.</summary>
    public async Task<Result<RulePreviewDocument>> HandleAsync(string ruleId, PreviewBody? body, CancellationToken cancellation)
    {
        if (!ManageRules.IdOf(ruleId).TryGet(out var id, out var error) || !PreviewQuery.Read(body).TryGet(out var asked, out error)) return error;
        if (await rules.FindAsync(id, cancellation) is not { } stored) return RuleErrors.NotFound(ruleId);
        var present = asked.Service is { } only ? await standings.FindAsync(only, cancellation) : null;
        if (asked.Service is { } missing && present is null) return Error.ServiceNotFound(missing.Value);
        if ((asked.Conditions ?? StoredRule.Read(stored)?.Conditions) is not { } conditions)
            return Error.Invalid("conditions", "The rule's own conditions cannot be read; some to try are expected.");

        // As if it were enabled: that is the question.
        var rule = new AutoApprovalRule(id, stored.Name, stored.Version, IsEnabled: true, conditions);
        var now = clock.GetUtcNow();
        var query = new CandidateQuery(now.AddDays(-asked.Days), now, conditions.Tier, asked.Service);
        var simulation = await SimulateAsync(rule, query, cancellation);
        var realised = await RealiseAsync(simulation.Approvals, cancellation);
        var latest = present is null ? null : await ExplainAsync(rule, query, present.Standing, cancellation);
        return PreviewRendering.Render(stored, rule, query, simulation, realised, latest);
    }

    private async Task<RuleSimulation> SimulateAsync(AutoApprovalRule rule, CandidateQuery query, CancellationToken cancellation)
    {
        var simulation = new RuleSimulation(
            rule,
            await records.ReadStandingsAsync(query.Start, query.Service, cancellation),
            await records.ReadDecisionsAsync(query.Start, query.End, rule.Actor, query.Service, cancellation));
        await foreach (var candidate in records.ReadCandidatesAsync(query, cancellation)) simulation.Meet(candidate);
        return simulation;
    }

    private async Task<IReadOnlyList<ObjectiveJudgement?>> RealiseAsync(List<SimulatedApproval> approvals, CancellationToken cancellation)
    {
        var realised = new ObjectiveJudgement?[approvals.Count];
        if ((await telemetry.ReadStateAsync(cancellation)).Through is not { } through) return realised;
        var wanted = approvals
            .Select((approval, index) => (Index: index, approval.Recommendation.Service, Proposal: approval.Recommendation.Candidate, Days: WindowOf(approval, through)))
            .Where(a => a.Days is not null)
            .ToArray();
        if (wanted.Length == 0) return realised;
        var counts = await records.ReadCountsAsync([.. wanted.Select(w => (w.Service, w.Days!.Value))], cancellation);
        foreach (var (approval, counted) in wanted.Zip(counts))
        {
            var judgement = ObjectiveJudgement.Of(approval.Proposal.Proposal.Value!.Value, approval.Days!.Value.Start, approval.Days.Value, counted);
            if (judgement.Reason is null) realised[approval.Index] = judgement;
        }

        return realised;
    }

    private static TimeWindow? WindowOf(SimulatedApproval approval, DateTimeOffset through) =>
        approval.Recommendation.Candidate.SliType == SliType.Availability ? RealisedDays.After(approval.Recommendation.GeneratedAt, through) : null;

    private async Task<LatestVerdictDocument> ExplainAsync(AutoApprovalRule rule, CandidateQuery query, ServiceStanding standing, CancellationToken cancellation)
    {
        var latest = await records.ReadLatestAsync(query, cancellation);
        return new LatestVerdictDocument(
            query.Service!.Value.Value,
            latest.Count > 0 ? latest[0].SetId : null,
            latest.Count > 0 ? latest[0].GeneratedAt : null,
            [.. latest.Select(l => Item(l, RuleEvaluation.Evaluate(rule, l.Candidate, standing, query.End)))]);
    }

    private static LatestVerdictDocument.Item Item(StoredCandidate recommendation, RuleVerdict verdict) => new(
        recommendation.ItemId,
        Term<SliType>.Name(recommendation.Candidate.SliType),
        verdict.Approves,
        [.. verdict.Conditions.Select(RuleConditionDocument.Of)]);
}
