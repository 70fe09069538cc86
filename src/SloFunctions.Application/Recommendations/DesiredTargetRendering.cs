using SloFunctions.Application.Impact;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Recommendations;

/// <summary>Judges a target by the figures of a published recommendation.</summary>
internal static class DesiredTargetRendering
{
    public static DesiredTargetDocument Render(double target, RecommendationDocument document)
    {
        var impact = document.Recommendations.OfType<AvailabilityRecommendation>().FirstOrDefault()?.Explanation.DependencyImpact;
        if (impact?.Achieved is null || !Term<AvailabilityBasis>.TryParse(impact.Basis, out var basis))
            return new DesiredTargetDocument(Percent.Precise(target), null, null, null, null, Percent.Precise(Achievability.ExtraNine(target)), null, []);

        var achievability = Achievability.Of(target, Figures(impact, basis), impact.SinglePointsOfFailureTotal);
        return new DesiredTargetDocument(
            Percent.Precise(target),
            !achievability.IsUnachievable,
            impact.CompositeAvailabilityBound,
            impact.DependencyCeiling,
            impact.SinglePointsOfFailureTotal,
            Percent.Precise(achievability.TenTimesRule),
            achievability.EqualShare is { } share ? Percent.Difference(share) : null,
            AchievabilityRendering.Warnings(achievability));
    }

    private static ServiceAvailability Figures(DependencyImpactDocument impact, AvailabilityBasis basis) => new(
        basis,
        Ratio(impact.Achieved),
        Ratio(impact.SelfAvailability) ?? 1,
        Composite.Exactly(Percent.ToRatio(impact.DependencyCeiling)),
        Composite.Exactly(Percent.ToRatio(impact.CompositeAvailabilityBound)),
        impact.MaskingFactor,
        Percent.ToRatio(impact.CommittedBound),
        impact.HardDependencies,
        impact.LongestChain);

    private static double? Ratio(double? percentage) => percentage is { } value ? Percent.ToRatio(value) : null;
}
