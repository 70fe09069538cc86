using SloFunctions.Domain.Explanations;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>The balanced latency explained, before anything is rounded for people.</summary>
/// <param name="Score">The function that it is computed with.</param>
/// <param name="Attributed">What each feature adds to it, in seconds.</param>
/// <param name="Counterfactuals">What it would be if one thing were different; of these targets, a higher one is a worse one.</param>
public sealed record ExplainedLatency(LatencyScore Score, AttributedScore Attributed, IReadOnlyList<CounterfactualRun> Counterfactuals)
{
    private const int P99 = 0;
    private const int Throttling = 1;

    /// <summary>The balanced target as things are, seconds; null where none can be recommended.</summary>
    public double? Target => Score.Target([.. Score.Instance]) is var target && double.IsFinite(target) ? target : null;

    /// <summary>Explains the latency that follows from evidence; null where p99 cannot be measured.</summary>
    public static ExplainedLatency? Of(RecommendationEvidence evidence)
    {
        bool isHeld = ColdStart.Of(evidence.Profile, evidence.History.Window.End) is not null;
        if (LatencyScore.Of(evidence.History, ArchetypeBaseline.Of(evidence.Profile.Archetype), isHeld) is not { } score) return null;
        var attributed = score.Attribute();
        return new ExplainedLatency(score, attributed, [.. Runs(score)]);
    }

    private static IEnumerable<CounterfactualRun> Runs(LatencyScore score)
    {
        // The search takes a higher target for a better one, and none for the lowest.
        var search = new CounterfactualSearch(score.Instance, features => -score.Target(features));
        var (p99, throttled) = (score.Instance[P99], score.Instance[Throttling]);
        yield return Run(P99, "half", search.With(P99, p99 / 2));
        yield return Run(P99, "double", search.With(P99, p99 * 2));
        var feature = ScoreFeature.OfLatencyAt(P99);
        yield return Run(P99, "next_target", search.SmallestRise(P99, feature.Best, feature.Scale));
        if (throttled > 0) yield return Run(Throttling, "none", search.With(Throttling, 0));

        CounterfactualRun Run(int position, string change, Counterfactual? reached) => new(
            position,
            LatencyScore.Names[position],
            change,
            score.Instance[position],
            reached is { } run ? run with { TargetBefore = -run.TargetBefore, Target = -run.Target } : null);
    }
}
