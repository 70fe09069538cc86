using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Reads what rules look at from a published set.</summary>
internal static class CandidateReading
{
    /// <summary>The recommendation for one SLI with the target of a tier.</summary>
    /// <param name="set">The set.</param>
    /// <param name="item">One of its recommendations.</param>
    /// <param name="tier">The tier.</param>
    /// <param name="isOpen">Whether the set can be decided on.</param>
    public static ApprovalCandidate Of(RecommendationDocument set, RecommendationItem item, Tier tier, bool isOpen) => item switch
    {
        AvailabilityRecommendation a => Candidate(set, SliType.Availability, Proposal(a.Tiers.Of(tier)), a.Confidence, a.Explanation.DependencyImpact.CompositeAvailabilityBound, isOpen),
        LatencyRecommendation l => Candidate(set, SliType.Latency, Proposal(l.Tiers.Of(tier)), l.Confidence, null, isOpen),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.GetType(), "Rules do not know this SLI yet."),
    };

    private static ApprovalCandidate Candidate(
        RecommendationDocument set, SliType sliType, ProposedTarget proposal, ConfidenceDocument confidence, double? bound, bool isOpen) => new(
        sliType, proposal, isOpen && !set.Stale, set.ColdStart is not null, confidence.Score, confidence.IsLow, bound / 100, set.DataQuality.DataCompleteness);

    private static ProposedTarget Proposal(AvailabilityTierDocument tier) =>
        new(tier.Target is { } target ? Percent.ToRatio(target) : null, null, tier.EstimatedBreachProbability, tier.ExceedsCompositeBound);

    private static ProposedTarget Proposal(LatencyTierDocument tier) =>
        new(tier.TargetMs, LatencyPercentile.Of(tier.Percentile), tier.EstimatedBreachProbability, ExceedsCompositeBound: false);
}
