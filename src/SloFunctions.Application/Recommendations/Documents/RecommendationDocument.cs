using System.Text.Json.Serialization;

namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>The recommendations of a service as the API publishes them. Availabilities and targets are percentages.</summary>
/// <param name="RecommendationId">The id of the set; it stands for all its recommendations.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="GeneratedAt">When the set was computed.</param>
/// <param name="ExpiresAt">When it will be computed anew.</param>
/// <param name="Stale">Whether something newer may be missing: the metric store is unreachable, or it could not be computed.</param>
/// <param name="Method">How targets were derived.</param>
/// <param name="LookbackWindow">The hours looked at.</param>
/// <param name="DataQuality">How well they are covered by measurements.</param>
/// <param name="DependencyGraphSnapshotId">The state of the dependency graph that counted; null when none was known.</param>
/// <param name="Recommendations">One entry an SLI that can be recommended for; empty without measurements.</param>
/// <param name="DesiredTarget">What stands between the service and the target asked about; left out when none was.</param>
public sealed record RecommendationDocument(
    Guid RecommendationId,
    string ServiceId,
    DateTimeOffset GeneratedAt,
    DateTimeOffset ExpiresAt,
    bool Stale,
    string Method,
    WindowDocument LookbackWindow,
    DataQualityDocument DataQuality,
    Guid? DependencyGraphSnapshotId,
    IReadOnlyList<RecommendationItem> Recommendations,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DesiredTargetDocument? DesiredTarget = null)
{
    /// <summary>That the service has shown too little of itself; null when it has shown enough.</summary>
    [JsonPropertyOrder(1)]
    public ColdStartDocument? ColdStart { get; init; }

    /// <summary>What the set was computed from.</summary>
    [JsonPropertyOrder(2)]
    public ProvenanceDocument? Provenance { get; init; }
}
