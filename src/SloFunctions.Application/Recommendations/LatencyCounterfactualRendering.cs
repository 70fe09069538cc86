using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Explanations;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes what latency would be recommended if one thing were different.</summary>
internal static class LatencyCounterfactualRendering
{
    public static IReadOnlyList<CounterfactualDocument> Render(ExplainedLatency explained) =>
    [
        .. explained.Counterfactuals.Select(run => run.Reached is { } reached
            ? Reached(run, ScoreFeature.OfLatencyAt(run.Position), reached)
            : NotReachable(run, ScoreFeature.OfLatencyAt(run.Position), explained.Target)),
    ];

    private static CounterfactualDocument NotReachable(CounterfactualRun run, ScoreFeature feature, double? target) => new(
        run.Feature,
        run.Change,
        feature.Shown(run.Now),
        null,
        feature.Unit,
        Milliseconds.Of(target),
        null,
        $"However much {feature.Words} improved",
        "The next lower bucket boundary is not reachable by this alone.");

    private static CounterfactualDocument Reached(CounterfactualRun run, ScoreFeature feature, Counterfactual reached) => new(
        run.Feature,
        run.Change,
        feature.Shown(reached.From),
        feature.Shown(reached.To),
        feature.Unit,
        Milliseconds.Of(reached.TargetBefore),
        Milliseconds.Of(reached.Target),
        Condition(run, feature, reached),
        Result(reached));

    private static string Condition(CounterfactualRun run, ScoreFeature feature, Counterfactual reached) => run.Change switch
    {
        "half" => $"If {feature.Words} were half what it is, {feature.Text(reached.To)}",
        "double" => $"If {feature.Words} were twice what it is, {feature.Text(reached.To)}",
        "none" => $"If there were no {feature.Words}",
        _ => $"If {feature.Words} were {feature.Text(reached.To)} instead of {feature.Text(reached.From)}",
    };

    private static string Result(Counterfactual run) => (run.TargetBefore, run.Target) switch
    {
        (_, null) => "No target could be recommended: the percentile would lie beyond the highest bucket boundary",
        (null, { } now) => Text.Invariant($"A target of {Milliseconds.Of(now):0.###} ms could be recommended"),
        var (before, after) when after > before => Text.Invariant($"Recommended target would rise to {Milliseconds.Of(after):0.###} ms"),
        var (before, after) when after < before => Text.Invariant($"Recommended target would fall to {Milliseconds.Of(after):0.###} ms"),
        var (before, _) => Text.Invariant($"Recommended target would stay at {Milliseconds.Of(before):0.###} ms"),
    };
}
