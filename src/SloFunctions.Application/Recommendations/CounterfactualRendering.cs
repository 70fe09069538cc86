using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Explanations;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes what availability would be recommended if one thing were different.</summary>
internal static class CounterfactualRendering
{
    public static IReadOnlyList<CounterfactualDocument> Render(ExplainedAvailability explained) =>
    [
        .. explained.Counterfactuals.Select(run => run.Reached is { } reached
            ? Reached(run, ScoreFeature.At(run.Position, run.Feature), reached)
            : NotReachable(run, ScoreFeature.At(run.Position, run.Feature), explained.Target)),
    ];

    private static CounterfactualDocument NotReachable(CounterfactualRun run, ScoreFeature feature, double? target) => new(
        run.Feature,
        run.Change,
        feature.Shown(run.Now),
        null,
        feature.Unit,
        Percent.Of(target),
        null,
        $"However much {feature.Words} improved",
        "The next target is not reachable by this alone.");

    private static CounterfactualDocument Reached(CounterfactualRun run, ScoreFeature feature, Counterfactual reached) => new(
        run.Feature,
        run.Change,
        feature.Shown(reached.From),
        feature.Shown(reached.To),
        feature.Unit,
        Percent.Of(reached.TargetBefore),
        Percent.Of(reached.Target),
        Condition(run, feature, reached),
        Result(reached));

    private static string Condition(CounterfactualRun run, ScoreFeature feature, Counterfactual reached)
    {
        if (run.Position >= AvailabilityScore.Names.Count)
            return $"If {run.Feature} {(reached.To >= reached.From ? "improved" : "fell")} to {feature.Text(reached.To)}";
        string? times = run.Change switch { "half" => "half", "double" => "twice", _ => null };
        return times is null
            ? $"If {feature.Words} were {feature.Text(reached.To)} instead of {feature.Text(reached.From)}"
            : feature.Scale == FeatureScale.LogUnavailability
                ? $"If {times} as many failures came from {feature.Words}"
                : $"If {feature.Words} were {times} what it is, {feature.Text(reached.To)}";
    }

    private static string Result(Counterfactual run) => (run.TargetBefore, run.Target) switch
    {
        (_, null) => "No target could be recommended",
        (null, { } now) => Text.Invariant($"A target of {Percent.Of(now):0.######}% could be recommended"),
        var (before, after) when after > before => Text.Invariant($"Recommended target would increase to {Percent.Of(after):0.######}%"),
        var (before, after) when after < before => Text.Invariant($"Recommended target would decrease to {Percent.Of(after):0.######}%"),
        var (before, _) => Text.Invariant($"Recommended target would stay at {Percent.Of(before):0.######}%"),
    };
}
