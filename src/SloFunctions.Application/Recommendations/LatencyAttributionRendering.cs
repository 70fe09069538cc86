using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Explanations;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes what each feature adds to the balanced latency.</summary>
internal static class LatencyAttributionRendering
{
    private const int ShareDecimals = 6;

    public static IReadOnlyList<FeatureAttributionDocument> Features(AttributedScore score) =>
    [
        .. score.Features.Select(f =>
        {
            var feature = ScoreFeature.OfLatencyAt(LatencyScore.Names.Index().First(n => n.Item == f.Name).Index);
            return new FeatureAttributionDocument(
                f.Name, feature.Shown(f.Value), feature.Shown(f.Background), feature.Unit, Milliseconds.Difference(f.Phi), Math.Round(f.Contribution, ShareDecimals));
        }),
    ];

    public static AttributionBasisDocument Basis(AttributedScore score, Archetype archetype) => new(
        "balanced_raw_target",
        "ms",
        Milliseconds.Of(score.BaseValue),
        Milliseconds.Of(score.Value),
        ArchetypeBaseline.Of(archetype).P99Seconds is null
            ? "The service's own median, never throttled: no latency is usual for its kind."
            : "The p99 usual for services of its kind, never throttled.");
}
