using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.AutoApproval;

/// <summary>What rules know of the recommendation for one SLI. What is null is not known, and then no condition about it holds.</summary>
/// <param name="SliType">The SLI.</param>
/// <param name="Proposal">The target of the tier that the rule takes.</param>
/// <param name="IsOpen">Whether it can be decided on: neither stale nor expired nor replaced.</param>
/// <param name="IsColdStart">Whether it rests on what is usual for services of its kind.</param>
/// <param name="Confidence">The confidence score, in [0, 1].</param>
/// <param name="IsLowConfidence">Whether decisions should not rest on it alone.</param>
/// <param name="CompositeBound">What the hard dependencies allow, a ratio; null for latency.</param>
/// <param name="DataCompleteness">The share of the look-back window that was measured, in [0, 1].</param>
public sealed record ApprovalCandidate(
    SliType SliType,
    ProposedTarget Proposal,
    bool IsOpen,
    bool? IsColdStart,
    double? Confidence,
    bool? IsLowConfidence,
    double? CompositeBound,
    double? DataCompleteness);
