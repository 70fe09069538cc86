namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>Where availability targets come from.</summary>
/// <param name="Summary">In one or two sentences.</param>
/// <param name="FeatureAttribution">What each feature adds to the balanced level, the largest contribution first; empty where the method has no score.</param>
/// <param name="AttributionBasis">What the attributions add up to; null without any.</param>
/// <param name="Counterfactuals">What would be recommended if things were different.</param>
/// <param name="DependencyImpact">What the dependencies allow.</param>
public sealed record AvailabilityExplanation(
    string Summary,
    IReadOnlyList<FeatureAttributionDocument> FeatureAttribution,
    AttributionBasisDocument? AttributionBasis,
    IReadOnlyList<CounterfactualDocument> Counterfactuals,
    DependencyImpactDocument DependencyImpact);
