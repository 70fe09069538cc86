using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Explanations;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes what each feature adds to the balanced level.</summary>
internal static class AttributionRendering
{
    private const int ShareDecimals = 6;

    public static IReadOnlyList<FeatureAttributionDocument> Features(AttributedScore score) =>
    [
        .. score.Features.Select(f =>
        {
            var feature = ScoreFeature.At(PositionOf(f.Name));
            return new FeatureAttributionDocument(
                f.Name, feature.Shown(f.Value), feature.Shown(f.Background), feature.Unit, Percent.Difference(f.Phi), Math.Round(f.Contribution, ShareDecimals));
        }),
    ];

    public static AttributionBasisDocument Basis(AttributedScore score) => new(
        "balanced_raw_target",
        "percentage points",
        Percent.Precise(score.BaseValue),
        Percent.Precise(score.Value),
        "A typical service of the fleet, observed for 30 days, whose dependencies never fail.");

    /// <summary>The score taken apart over its named features; single dependencies stay as they are.</summary>
    public static AttributedScore Attribute(AvailabilityScore score)
    {
        int named = AvailabilityScore.Names.Count;
        return AttributedScore.Of(AvailabilityScore.Names, [.. score.Instance.Take(named)], [.. score.Background.Take(named)], score.Level);
    }

    /// <summary>The position of a named feature.</summary>
    public static int PositionOf(string name) => AvailabilityScore.Names.Index().First(n => n.Item == name).Index;
}
