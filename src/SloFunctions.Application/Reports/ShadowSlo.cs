using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Application.Reports;

/// <summary>An availability SLO that people chose, beside what is recommended.</summary>
/// <param name="Service">The service.</param>
/// <param name="Team">Who runs it; null when nobody is registered.</param>
/// <param name="Criticality">How much depends on it.</param>
/// <param name="Source">Where the target comes from.</param>
/// <param name="ManualTarget">The target in force, a ratio in (0, 1).</param>
/// <param name="Recommended">The active recommendation; null without one.</param>
/// <param name="Tried">
/// The recommendation to try on the days after it: the latest one before those days, or else the oldest kept; null without any.
/// </param>
public sealed record ShadowSlo(
    ServiceId Service,
    string? Team,
    ServiceCriticality Criticality,
    SloSource Source,
    double ManualTarget,
    ShadowRecommendation? Recommended,
    ShadowRecommendation? Tried);
