using SloFunctions.Application.AutoApproval.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Publishes what a rule would have done.</summary>
internal static class PreviewRendering
{
    private const int Decimals = 6;

    public static RulePreviewDocument Render(
        RuleSummary stored, AutoApprovalRule tried, CandidateQuery query, RuleSimulation simulation, IReadOnlyList<ObjectiveJudgement?> realised, LatestVerdictDocument? latest)
    {
        var approvals = simulation.Approvals;
        return new RulePreviewDocument(
            stored.RuleId,
            stored.Enabled,
            ConditionsDocument.Write(tried.Conditions),
            query.Start,
            query.End,
            simulation.Evaluated,
            approvals.Count,
            [.. simulation.ByCriticality.Select(g => new RulePreviewDocument.Group(g.Key, g.Value.Evaluated, g.Value.Approved))],
            [.. approvals.Zip(realised).Take(RuleLimits.ShownApprovals).Select(a => Approval(a.First, a.Second, query.Tier))],
            approvals.Count,
            Outcome(approvals, realised),
            [.. simulation.Failures.OrderByDescending(f => f.Value.Failed).Select(f =>
                new RulePreviewDocument.Obstacle(f.Key, f.Value.IsGuard ? "guard" : "condition", f.Value.Failed, f.Value.Alone))],
            latest);
    }

    private static PreviewedApprovalDocument Approval(SimulatedApproval approval, ObjectiveJudgement? realised, Tier tier)
    {
        var (recommendation, change) = (approval.Recommendation, approval.Change);
        var candidate = recommendation.Candidate;
        bool isAvailability = candidate.SliType == SliType.Availability;
        return new PreviewedApprovalDocument(
            recommendation.Service.Value,
            recommendation.SetId,
            recommendation.ItemId,
            Term<SliType>.Name(candidate.SliType),
            Term<Tier>.Name(tier),
            Published(candidate.Proposal.Value)!.Value,
            Published(change.Current),
            Term<ChangeDirection>.Name(change.Direction!.Value),
            recommendation.GeneratedAt,
            candidate.Proposal.BreachProbability,
            Percent.Of(realised?.Achieved),
            realised is { BudgetSpent: { } spent } ? Math.Round(spent, Decimals) : null,
            realised?.IsBreached);

        double? Published(double? value) => isAvailability ? Percent.Of(value) : value;
    }

    private static RulePreviewDocument.Outcome Outcome(List<SimulatedApproval> approvals, IReadOnlyList<ObjectiveJudgement?> realised)
    {
        var judged = approvals.Zip(realised).Where(a => a.Second is not null).ToArray();
        int breached = judged.Count(j => j.Second!.IsBreached);
        return new RulePreviewDocument.Outcome(
            judged.Length,
            breached,
            judged.Length == 0 ? null : Math.Round((double)breached / judged.Length, Decimals),
            judged.Select(j => j.First.Recommendation.Candidate.Proposal.BreachProbability).Average() is { } mean ? Math.Round(mean, Decimals) : null);
    }
}
