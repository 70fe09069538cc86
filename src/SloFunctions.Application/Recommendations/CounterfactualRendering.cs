using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Explanations;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes what would be recommended if one thing were different: the features that matter most, and single dependencies.</summary>
internal static class CounterfactualRendering
{
    private const int TopFeatures = 3;
    private const double Nine = 10;

    public static IReadOnlyList<CounterfactualDocument> Render(AvailabilityScore score, AttributedScore attributed, IReadOnlyList<VariedDependency> dependencies)
    {
        var search = new CounterfactualSearch(score.Instance, score.Target);
        int[] features = [.. attributed.Features.Where(f => f.Contribution > 0).Take(TopFeatures).Select(f => AttributionRendering.PositionOf(f.Name))];
        return
        [
            .. features.SelectMany(f => Features(search, score.Instance[f], f)),
            .. dependencies.SelectMany((d, i) => Dependencies(search, AvailabilityScore.Names.Count + i, d)),
        ];
    }

    private static IEnumerable<CounterfactualDocument> Features(CounterfactualSearch search, double now, int position)
    {
        var feature = ScoreFeature.At(position);
        string name = AvailabilityScore.Names[position];
        yield return Document(name, feature, "half", search.With(position, Scaled(feature, now, 0.5)), "half");
        yield return Document(name, feature, "double", search.With(position, Scaled(feature, now, 2)), "twice");
        yield return Next(name, feature, search, position, now);
    }

    private static IEnumerable<CounterfactualDocument> Dependencies(CounterfactualSearch search, int position, VariedDependency dependency)
    {
        var feature = ScoreFeature.At(position, dependency.Name);
        double lost = 1 - dependency.Availability;
        yield return Document(dependency.Name, feature, "one_nine_better", search.With(position, 1 - (lost / Nine)), null);
        if (lost * Nine < 1) yield return Document(dependency.Name, feature, "one_nine_worse", search.With(position, 1 - (lost * Nine)), null);
        yield return Next(dependency.Name, feature, search, position, dependency.Availability);
    }

    // Of an availability it is the failures that halve or double.
    private static double Scaled(ScoreFeature feature, double now, double factor) =>
        feature.Scale == FeatureScale.LogUnavailability ? Math.Max(0, 1 - ((1 - now) * factor)) : now * factor;

    private static CounterfactualDocument Next(string name, ScoreFeature feature, CounterfactualSearch search, int position, double now)
    {
        if (search.SmallestRise(position, feature.Best, feature.Scale) is { } reached) return Document(name, feature, "next_target", reached, null);
        return new CounterfactualDocument(
            name,
            "next_target",
            feature.Shown(now),
            null,
            feature.Unit,
            Percent.Of(search.Target),
            null,
            $"However much {feature.Words} improved",
            "The next target is not reachable by this alone.");
    }

    private static CounterfactualDocument Document(string name, ScoreFeature feature, string change, Counterfactual run, string? times)
    {
        bool isDependency = feature.Words == name;
        bool isBetter = isDependency && run.To >= run.From;
        string condition = isDependency
            ? $"If {name} {(isBetter ? "improved" : "fell")} to {feature.Text(run.To)}"
            : times is null
                ? $"If {feature.Words} were {feature.Text(run.To)} instead of {feature.Text(run.From)}"
                : feature.Scale == FeatureScale.LogUnavailability
                    ? $"If {times} as many failures came from {feature.Words}"
                    : $"If {feature.Words} were {times} what it is, {feature.Text(run.To)}";
        return new CounterfactualDocument(
            name,
            change,
            feature.Shown(run.From),
            feature.Shown(run.To),
            feature.Unit,
            Percent.Of(run.TargetBefore),
            Percent.Of(run.Target),
            condition,
            Result(run));
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
