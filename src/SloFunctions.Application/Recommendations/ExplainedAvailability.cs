using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Explanations;
using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>The balanced availability explained, before anything is rounded for people.</summary>
/// <param name="Score">The function that it is computed with.</param>
/// <param name="Attributed">What each feature adds to it.</param>
/// <param name="Counterfactuals">What it would be if one thing were different.</param>
public sealed record ExplainedAvailability(AvailabilityScore Score, AttributedScore Attributed, IReadOnlyList<CounterfactualRun> Counterfactuals)
{
    /// <summary>The balanced target as things are, a ratio; null where none can be recommended.</summary>
    public double? Target => Score.Target([.. Score.Instance]) is var target && double.IsFinite(target) ? target : null;

    /// <summary>Explains the availability that follows from evidence; null where nothing does, or the method has no score.</summary>
    public static ExplainedAvailability? Of(RecommendationEvidence evidence, DownstreamLandscape downstream) =>
        AvailabilityCase.Of(evidence, downstream, ColdStart.Of(evidence.Profile, evidence.History.Window.End)) is { } known ? Of(known) : null;

    /// <summary>Explains a case. The percentiles of the baseline have no features: they are the history itself.</summary>
    internal static ExplainedAvailability? Of(AvailabilityCase known)
    {
        if (known.Evidence.Method != RecommendationMethod.Predictive) return null;
        var factors = DependencyFactorsReading.Of(known.Downstream);
        var score = new AvailabilityScore(new ServicePosterior(known.Record, known.Prior), known.Limits, factors);
        var attributed = score.Attribute();
        return new ExplainedAvailability(score, attributed, AvailabilityRuns.Of(score, attributed, factors.Varied));
    }
}
