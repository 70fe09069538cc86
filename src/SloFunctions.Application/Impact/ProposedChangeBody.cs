namespace SloFunctions.Application.Impact;

/// <summary>A change of a target as it arrives. Availability targets are percentages, latency targets milliseconds.</summary>
/// <param name="SliType">What the SLO measures.</param>
/// <param name="CurrentTarget">The target before; the active SLO when missing, else what the service achieves.</param>
/// <param name="ProposedTarget">The target after.</param>
public sealed record ProposedChangeBody(string? SliType, double? CurrentTarget, double? ProposedTarget);
