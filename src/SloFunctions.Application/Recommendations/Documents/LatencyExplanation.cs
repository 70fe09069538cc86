namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>Where latency targets come from.</summary>
/// <param name="Summary">In one or two sentences.</param>
/// <param name="FeatureAttribution">What each feature adds to the balanced level, the largest contribution first; empty where p99 was not measured.</param>
/// <param name="AttributionBasis">What the attributions add up to; null without any.</param>
/// <param name="Counterfactuals">What would be recommended if things were different.</param>
/// <param name="NoiseMargin">The allowance for noise of shared infrastructure, a share in [0.05, 0.10]; 0 where no latency was measured.</param>
/// <param name="HoursLeftOut">Hours measured with another bucket layout than the latest one, which no figure contains.</param>
/// <param name="Journey">What traces show beside the histogram; null where they show nothing, for the reason in the note.</param>
/// <param name="Note">How the percentiles were measured.</param>
/// <param name="Notes">What a reader must know about these figures.</param>
public sealed record LatencyExplanation(
    string Summary,
    IReadOnlyList<FeatureAttributionDocument> FeatureAttribution,
    AttributionBasisDocument? AttributionBasis,
    IReadOnlyList<CounterfactualDocument> Counterfactuals,
    double NoiseMargin,
    int HoursLeftOut,
    JourneyDocument? Journey,
    string Note,
    IReadOnlyList<string> Notes);
