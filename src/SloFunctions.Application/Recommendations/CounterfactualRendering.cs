using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Explanations;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes what would be recommended if one thing were different.</summary>
internal static class CounterfactualRendering
{
    public static IReadOnlyList<CounterfactualDocument> Render(ExplainedAvailability explained) =>
        [.. explained.Counterfactuals.Select(run => Render(run, ScoreFeature.At(run.Position, run.Feature), explained.Target, TargetWords.OfAvailability))];

    public static IReadOnlyList<CounterfactualDocument> Render(ExplainedLatency explained) =>
        [.. explained.Counterfactuals.Select(run => Render(run, ScoreFeature.OfLatencyAt(run.Position), explained.Target, TargetWords.OfLatency))];

    private static CounterfactualDocument Render(CounterfactualRun run, ScoreFeature feature, double? target, TargetWords words) => new(
        run.Feature,
        run.Change,
        feature.Shown(run.Now),
        run.Reached is { } reached ? feature.Shown(reached.To) : null,
        feature.Unit,
        words.Published(target),
        words.Published(run.Reached?.Target),
        run.Reached is { } change ? Condition(run.Change, feature, change) : $"However much {feature.Words} improved",
        run.Reached is { } result ? Result(result, words) : words.Unreachable);

    private static string Condition(string change, ScoreFeature feature, Counterfactual run) => change switch
    {
        _ when feature.IsService => $"If {feature.Words} {(run.To >= run.From ? "improved" : "fell")} to {feature.Text(run.To)}",
        "half" when feature.Scale == FeatureScale.LogUnavailability => $"If half as many failures came from {feature.Words}",
        "double" when feature.Scale == FeatureScale.LogUnavailability => $"If twice as many failures came from {feature.Words}",
        "half" => $"If {feature.Words} were half what it is, {feature.Text(run.To)}",
        "double" => $"If {feature.Words} were twice what it is, {feature.Text(run.To)}",
        "none" => $"If there were no {feature.Words}",
        _ => $"If {feature.Words} were {feature.Text(run.To)} instead of {feature.Text(run.From)}",
    };

    private static string Result(Counterfactual run, TargetWords words) => (run.TargetBefore, run.Target) switch
    {
        (_, null) => words.None,
        (null, { } now) => $"A target of {words.Text(now)} could be recommended",
        ({ } before, { } after) when after > before => $"Recommended target would increase to {words.Text(after)}",
        ({ } before, { } after) when after < before => $"Recommended target would decrease to {words.Text(after)}",
        ({ } before, _) => $"Recommended target would stay at {words.Text(before)}",
    };
}
