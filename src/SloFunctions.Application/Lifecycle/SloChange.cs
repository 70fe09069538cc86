using SloFunctions.Application.Audit;
using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Application.Lifecycle;

/// <summary>What a decision changes.</summary>
/// <param name="Answer">What the caller is told.</param>
/// <param name="Slo">The SLO that is in force from now on; null when none was or is made or changed.</param>
/// <param name="Entry">What the audit log says of it.</param>
/// <param name="Decided">What becomes of recommendations; null when none is concerned.</param>
public sealed record SloChange(SloDecisionDocument Answer, ActiveSlo? Slo, AuditEntry Entry, DecidedRecommendation? Decided);
