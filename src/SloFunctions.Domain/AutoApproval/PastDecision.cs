using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Domain.AutoApproval;

/// <summary>Something that was decided about the targets of a service, other than by the rule looked at.</summary>
/// <param name="At">When.</param>
/// <param name="Action">What was done.</param>
/// <param name="IsWhole">Whether it was about all SLIs, not about one recommendation.</param>
/// <param name="Targets">The targets in force after it; null for none.</param>
public sealed record PastDecision(DateTimeOffset At, AuditAction Action, bool IsWhole, TargetsInForce? Targets);
