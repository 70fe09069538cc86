using SloFunctions.Domain.Explanations;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Application.Recommendations;

/// <summary>Runs the availability score with one thing different: the features that matter most, and single dependencies.</summary>
internal static class AvailabilityRuns
{
    private const int TopFeatures = 3;
    private const double Nine = 10;

    public static IReadOnlyList<CounterfactualRun> Of(AvailabilityScore score, AttributedScore attributed, IReadOnlyList<VariedDependency> dependencies)
    {
        var search = new CounterfactualSearch(score.Instance, score.Target);
        int[] features = [.. attributed.Features.Where(f => f.Contribution > 0).Take(TopFeatures).Select(f => f.Feature)];
        return
        [
            .. features.SelectMany(f => Feature(search, score.Instance[f], f)),
            .. dependencies.SelectMany((d, i) => Dependency(search, AvailabilityScore.Names.Count + i, d)),
        ];
    }

    private static IEnumerable<CounterfactualRun> Feature(CounterfactualSearch search, double now, int position)
    {
        var feature = ScoreFeature.At(position);
        string name = AvailabilityScore.Names[position];
        yield return Run("half", search.With(position, Scaled(feature, now, 0.5)));
        yield return Run("double", search.With(position, Scaled(feature, now, 2)));
        yield return Run("next_target", search.SmallestRise(position, feature.Best, feature.Scale));

        CounterfactualRun Run(string change, Counterfactual? reached) => new(position, name, change, now, reached);
    }

    private static IEnumerable<CounterfactualRun> Dependency(CounterfactualSearch search, int position, VariedDependency dependency)
    {
        var feature = ScoreFeature.At(position, dependency.Name);
        double lost = 1 - dependency.Availability;
        yield return Run("one_nine_better", search.With(position, 1 - (lost / Nine)));
        if (lost * Nine < 1) yield return Run("one_nine_worse", search.With(position, 1 - (lost * Nine)));
        yield return Run("next_target", search.SmallestRise(position, feature.Best, feature.Scale));

        CounterfactualRun Run(string change, Counterfactual? reached) => new(position, dependency.Name, change, dependency.Availability, reached);
    }

    // Of an availability it is the failures that halve or double.
    private static double Scaled(ScoreFeature feature, double now, double factor) =>
        feature.Scale == FeatureScale.LogUnavailability ? Math.Max(0, 1 - ((1 - now) * factor)) : now * factor;
}
