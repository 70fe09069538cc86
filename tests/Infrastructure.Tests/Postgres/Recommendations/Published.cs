using SloFunctions.Application.Recommendations.Documents;

namespace SloFunctions.Infrastructure.Tests.Postgres.Recommendations;

/// <summary>Recommendations as they are published, with figures of no meaning.</summary>
internal static class Published
{
    public static readonly DateTimeOffset GeneratedAt = new(2026, 3, 10, 12, 30, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset ExpiresAt = GeneratedAt.AddHours(24);

    private static readonly ConfidenceDocument Sure = new(1, IsLow: false, []);

    public static RecommendationDocument For(string service) => new(
        Guid.NewGuid(),
        service,
        GeneratedAt,
        ExpiresAt,
        Stale: false,
        "historical_percentile",
        new WindowDocument(GeneratedAt.AddDays(-30), GeneratedAt),
        new DataQualityDocument(0.99, 713, 713, [new GapDocument(GeneratedAt.AddDays(-3), GeneratedAt.AddDays(-3).AddHours(7), 7)], "Good."),
        DependencyGraphSnapshotId: null,
        [Availability(), Latency()]);

    private static AvailabilityRecommendation Availability()
    {
        var tier = new AvailabilityTierDocument(99.9, 99.92, 43.8, 40.32, 0.01, 0.02, 24, [99.9, 99.95], ExceedsCompositeBound: false, []);
        var impact = new DependencyImpactDocument
        {
            Achieved = 99.95,
            Basis = "observed",
            Method = "exact",
            BottleneckContribution = "payment costs \"most\"",
            SoftDependencies = [new SoftDependencyDocument("shop", "cache", "soft")],
        };
        return new AvailabilityRecommendation(Guid.NewGuid(), "error_rate", 99.95, Sure, new(tier, tier, tier), new("A summary.", [], null, [], impact));
    }

    private static LatencyRecommendation Latency()
    {
        var tier = new LatencyTierDocument(250, "p99", 212.5, 0.01, 0.02, 24, []);
        return new LatencyRecommendation(Guid.NewGuid(), "p99_response_time_ms", 201, Sure, new(tier, tier, tier), new("A summary.", [], null, [], 0.05, 0, null, "A note.", []));
    }
}
