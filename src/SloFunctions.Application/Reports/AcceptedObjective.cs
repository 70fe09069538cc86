using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Reports;

/// <summary>One objective of an SLO in force, with what was promised of it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Team">Who runs it; null when nobody is registered.</param>
/// <param name="Criticality">How much depends on it.</param>
/// <param name="Source">Where the target comes from.</param>
/// <param name="ActivatedAt">Since when it is in force.</param>
/// <param name="Target">The share of good requests, in (0, 1): of a latency objective, of those within the threshold.</param>
/// <param name="ThresholdMs">The threshold of a latency objective, milliseconds; null for availability.</param>
/// <param name="Method">How the recommendation it comes from was made; null without one.</param>
/// <param name="Tier">The tier of that recommendation with this very target; null without one.</param>
/// <param name="Promise">The breach probability that was estimated for that tier, in [0, 1]; null without one.</param>
public sealed record AcceptedObjective(
    ServiceId Service,
    string? Team,
    ServiceCriticality Criticality,
    SloSource Source,
    DateTimeOffset ActivatedAt,
    double Target,
    double? ThresholdMs,
    string? Method,
    Tier? Tier,
    double? Promise)
{
    /// <summary>What the objective is about.</summary>
    public SliType SliType => ThresholdMs is null ? SliType.Availability : SliType.Latency;

    /// <summary>What its requests are counted under.</summary>
    public ObjectiveKey Key => new(Service, ThresholdMs);
}
