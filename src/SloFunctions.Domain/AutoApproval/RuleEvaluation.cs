namespace SloFunctions.Domain.AutoApproval;

/// <summary>Evaluates rules.</summary>
public static class RuleEvaluation
{
    /// <summary>Holds a recommendation against the guards and a rule's conditions, and gives the reason for each.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="candidate">The recommendation with the target of the rule's tier.</param>
    /// <param name="standing">The service.</param>
    /// <param name="now">The present.</param>
    public static RuleVerdict Evaluate(AutoApprovalRule rule, ApprovalCandidate candidate, ServiceStanding standing, DateTimeOffset now)
    {
        var change = candidate.Proposal.Value is null ? null : TargetChange.Of(candidate.SliType, candidate.Proposal, standing.InForce);
        return new RuleVerdict([
            .. ApprovalGuards.Check(rule, candidate, standing, change, now),
            .. ServiceConditions.Check(rule.Conditions, candidate, standing),
            .. QualityConditions.Check(rule.Conditions, candidate),
            .. ChangeConditions.Check(rule.Conditions, candidate.SliType, change),
        ]);
    }
}
