using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Recommendations;

/// <summary>
/// Everything that the recommendation of one service is computed from, but for the graph and the fleet's evidence, which it
/// names. The same evidence gives the same document, byte for byte.
/// </summary>
/// <param name="EngineVersion">The version of the computation.</param>
/// <param name="RecommendationId">The id of the set.</param>
/// <param name="AvailabilityId">The id of its availability item.</param>
/// <param name="LatencyId">The id of its latency item.</param>
/// <param name="Service">The service.</param>
/// <param name="Method">How targets are derived.</param>
/// <param name="LookbackDays">The look-back that was asked for, days.</param>
/// <param name="GeneratedAt">When it is computed.</param>
/// <param name="ExpiresAt">When it is to be computed anew.</param>
/// <param name="Profile">What is registered of the service.</param>
/// <param name="History">What was measured of it.</param>
/// <param name="SnapshotId">The graph; null before the first submission.</param>
/// <param name="FleetEvidenceId">What is known of all services.</param>
public sealed record RecommendationEvidence(
    int EngineVersion,
    Guid RecommendationId,
    Guid AvailabilityId,
    Guid LatencyId,
    ServiceId Service,
    RecommendationMethod Method,
    int LookbackDays,
    DateTimeOffset GeneratedAt,
    DateTimeOffset ExpiresAt,
    ServiceProfile Profile,
    SliHistory History,
    Guid? SnapshotId,
    Guid FleetEvidenceId)
{
    /// <summary>What traces showed of journeys; null where they were not asked.</summary>
    public JourneyEvidence? Journey { get; init; }

    /// <summary>The text that random numbers are seeded with.</summary>
    public string Seed => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Service.Value}\n{History.Window.Start:O}\n{History.Window.End:O}");
}
