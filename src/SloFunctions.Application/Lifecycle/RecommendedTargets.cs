using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Lifecycle;

/// <summary>Reads the targets of a tier from published recommendations.</summary>
internal static class RecommendedTargets
{
    /// <summary>The targets; none of those that the tier has none for.</summary>
    public static WantedTargets Of(IReadOnlyList<RecommendationItem> items, Tier tier)
    {
        var targets = WantedTargets.None;
        foreach (var item in items)
        {
            targets = targets.Over(item switch
            {
                AvailabilityRecommendation availability => Availability(availability.Tiers.Of(tier)),
                LatencyRecommendation latency => Latency(latency.Tiers.Of(tier)),
                _ => throw new ArgumentOutOfRangeException(nameof(items), item.GetType(), "This SLI has no targets yet."),
            });
        }

        return targets;
    }

    private static WantedTargets Availability(AvailabilityTierDocument tier) =>
        WantedTargets.None with { Availability = tier.Target is { } percentage ? Percent.ToRatio(percentage) : null };

    private static WantedTargets Latency(LatencyTierDocument tier) => tier.Percentile switch
    {
        "p95" => WantedTargets.None with { P95Ms = tier.TargetMs },
        "p99" => WantedTargets.None with { P99Ms = tier.TargetMs },
        "p99.9" => WantedTargets.None with { P999Ms = tier.TargetMs },
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier.Percentile, "No SLO promises this percentile."),
    };
}
