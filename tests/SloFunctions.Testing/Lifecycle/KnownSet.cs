using SloFunctions.Application.Recommendations.Documents;

namespace SloFunctions.Testing.Lifecycle;

/// <summary>A published set of which the tests know every target: availability, and latency if wanted.</summary>
public static class KnownSet
{
    /// <summary>Targets of 99, 99.5 and 99.9 %, within 900 ms (p99.9), 500 ms (p99) and 250 ms (p95); a bound of 99.7 %.</summary>
    public static RecommendationDocument Of(
        string service, Guid id, Guid? availability, Guid? latency, DateTimeOffset generatedAt, double? balanced = 99.5, double? balancedMs = 500) => new(
        id,
        service,
        generatedAt,
        generatedAt.AddDays(1),
        false,
        "predictive",
        new WindowDocument(generatedAt.AddDays(-30), generatedAt),
        new DataQualityDocument(1, 720, 720, [], "Known."),
        null,
        [.. Availability(availability, balanced), .. Latency(latency, balancedMs)]);

    private static IEnumerable<RecommendationItem> Availability(Guid? id, double? balanced)
    {
        if (id is not { } item) yield break;
        yield return new AvailabilityRecommendation(
            item,
            "error_rate",
            99.8,
            new ConfidenceDocument(0.9, false, []),
            new(Tier(99), Tier(balanced), Tier(99.9)),
            new AvailabilityExplanation("", [], null, [], new DependencyImpactDocument
            {
                Achieved = 99.8,
                Basis = "observed",
                SelfAvailability = 99.9,
                DependencyCeiling = 99.8,
                CompositeAvailabilityBound = 99.7,
                CommittedBound = 99.7,
                HardDependencies = 2,
                SinglePointsOfFailureTotal = 2,
            }));
    }

    private static IEnumerable<RecommendationItem> Latency(Guid? id, double? balanced)
    {
        if (id is not { } item) yield break;
        yield return new LatencyRecommendation(
            item,
            "p99_response_time_ms",
            400,
            new ConfidenceDocument(0.9, false, []),
            new(Tier("p99.9", 900), Tier("p99", balanced), Tier("p95", 250)),
            new LatencyExplanation("", [], null, [], 0.05, 0, null, "", []));
    }

    private static AvailabilityTierDocument Tier(double? target) => new(target, 99.95, null, null, 0.01, 0, 28, [99, 99.9], target > 99.7, []);

    private static LatencyTierDocument Tier(string percentile, double? target) => new(target, percentile, target, 0.01, 0, 28, []);
}
