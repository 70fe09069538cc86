namespace SloFunctions.Domain.AutoApproval;

/// <summary>The conditions about how good a recommendation is.</summary>
internal static class QualityConditions
{
    public static IEnumerable<ConditionVerdict> Check(RuleConditions conditions, ApprovalCandidate candidate)
    {
        if (conditions.ConfidenceMin is { } confidence)
            yield return Bound.AtLeast("confidence_min", "confidence", confidence, candidate.Confidence);
        if (conditions.DataCompletenessMin is { } completeness)
            yield return Bound.AtLeast("data_completeness_min", "data completeness", completeness, candidate.DataCompleteness);
        if (conditions.CompositeMarginMin is { } margin)
            yield return Bound.AtLeast("composite_margin_min", "margin below the composite bound, in percentage points,", margin * 100, Margin(candidate) * 100);
        if (conditions.BreachProbabilityMax is { } probability)
            yield return Bound.AtMost("estimated_breach_probability_max", "estimated breach probability", probability, candidate.Proposal.BreachProbability);
    }

    // A duration has no composite bound, and a rule that asks for a margin does not mean what has none.
    private static double? Margin(ApprovalCandidate candidate) =>
        candidate.SliType == Recommendations.SliType.Availability ? candidate.CompositeBound - candidate.Proposal.Value : null;
}
