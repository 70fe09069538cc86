namespace SloFunctions.Application.Impact.Documents;

/// <summary>A change of a target. Availability targets are percentages, latency targets milliseconds.</summary>
/// <param name="SliType">What the SLO measures.</param>
/// <param name="CurrentTarget">The target before; null when it is not known.</param>
/// <param name="ProposedTarget">The target after.</param>
/// <param name="CurrentTargetSource"><c>request</c>, <c>active_slo</c> or <c>achieved</c>; null without a current target.</param>
public sealed record ProposedChangeDocument(string SliType, double? CurrentTarget, double ProposedTarget, string? CurrentTargetSource);
