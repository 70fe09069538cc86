using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Explanations;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes what each feature adds to the balanced level.</summary>
internal static class AttributionRendering
{
    private const string Score = "balanced_raw_target";
    private const int ShareDecimals = 6;

    public static IReadOnlyList<FeatureAttributionDocument> OfAvailability(AttributedScore score) =>
        Features(score, feature => ScoreFeature.At(feature), Percent.Difference);

    public static IReadOnlyList<FeatureAttributionDocument> OfLatency(AttributedScore score) =>
        Features(score, ScoreFeature.OfLatencyAt, Milliseconds.Difference);

    public static AttributionBasisDocument BasisOfAvailability(AttributedScore score) => new(
        Score,
        "percentage points",
        Percent.Precise(score.BaseValue),
        Percent.Precise(score.Value),
        "A typical service of the fleet, observed for 30 days, whose dependencies never fail.");

    public static AttributionBasisDocument BasisOfLatency(AttributedScore score, Archetype archetype) => new(
        Score,
        "ms",
        Milliseconds.Of(score.BaseValue),
        Milliseconds.Of(score.Value),
        ArchetypeBaseline.Of(archetype).P99Seconds is null
            ? "The service's own median, never throttled: no latency is usual for its kind."
            : "The p99 usual for services of its kind, never throttled.");

    private static IReadOnlyList<FeatureAttributionDocument> Features(AttributedScore score, Func<int, ScoreFeature> at, Func<double, double> difference) =>
    [
        .. score.Features.Select(f =>
        {
            var feature = at(f.Feature);
            return new FeatureAttributionDocument(
                f.Name, feature.Shown(f.Value), feature.Shown(f.Background), feature.Unit, difference(f.Phi), Math.Round(f.Contribution, ShareDecimals));
        }),
    ];
}
