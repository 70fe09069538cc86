using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Application.Lifecycle;

/// <summary>What a decision about an SLO finds.</summary>
/// <param name="Team">Who runs the service; null when nobody is registered.</param>
/// <param name="Slo">The SLO in force; null without one.</param>
/// <param name="Recommendation">The recommendation that it is about; null when the service has none by this id, or none was named.</param>
public sealed record SloSituation(string? Team, ActiveSlo? Slo, OpenRecommendation? Recommendation)
{
    /// <summary>The bucket boundaries, seconds, that the service's durations were last counted by; empty when none are known, or nobody needs them.</summary>
    public IReadOnlyList<double> LatencyBounds { get; init; } = [];
}
