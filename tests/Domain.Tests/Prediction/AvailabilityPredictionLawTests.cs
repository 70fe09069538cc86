using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Tests.Prediction;

public sealed class AvailabilityPredictionLawTests
{
    private const int Cases = 60;

    // A step of the lattice: 1/256 of at most twice the unavailability.
    private const double Step = 1.0 / 128;

    private static readonly double[] Risks = [1e-4, 0.001, 0.01, 0.05, 0.2, 0.5, 0.9, 0.999];

    [Fact]
    public void More_risk_never_lowers_the_level() => Property.Holds(Cases, random =>
    {
        var prediction = new AvailabilityPrediction(random.Features());
        double[] levels = [.. Risks.Select(prediction.Level)];

        levels.ShouldAllBe(level => level >= 0 && level < 1);
        foreach (var (lower, higher) in levels.Zip(levels.Skip(1))) higher.ShouldBeGreaterThanOrEqualTo(lower - (Step * (1 - lower)));
    });

    [Fact]
    public void A_higher_target_is_never_missed_less() => Property.Holds(Cases, random =>
    {
        var prediction = new AvailabilityPrediction(random.Features());
        double[] probabilities = [.. TargetLadder.Levels.Prepend(0).Append(1).Select(prediction.BreachProbability)];

        probabilities.ShouldAllBe(p => p >= 0 && p <= 1);
        probabilities[0].ShouldBe(0);
        foreach (var (lower, higher) in probabilities.Zip(probabilities.Skip(1))) higher.ShouldBeGreaterThanOrEqualTo(lower - 1e-9);
    });

    [Fact]
    public void Levels_and_probabilities_tell_the_same() => Property.Holds(Cases, random =>
    {
        var prediction = new AvailabilityPrediction(random.Features());
        foreach (double risk in Risks)
        {
            double level = prediction.Level(risk), step = Step * (1 - level);
            if (level > 0) prediction.BreachProbability(Math.Max(0, level - step)).ShouldBeLessThanOrEqualTo(risk + 0.002);
            if (level + step < 1 - 1e-8) prediction.BreachProbability(level + step).ShouldBeGreaterThanOrEqualTo(risk - 0.002);
        }
    });

    [Fact]
    public void More_or_worse_incidents_and_more_background_never_raise_a_level() => Property.Holds(Cases, random =>
    {
        var features = random.Features();
        double[] shares = features.Severities.Shares.ToArray();
        double[] worse = [.. Enumerable.Repeat(0.0, 8), .. shares[..^9], shares[^9..].Sum()];
        PredictionFeatures[] variants =
        [
            features with { Counts = features.Counts with { Mean = features.Counts.Mean * 1.5 } },
            features with { Severities = Severities.FromWeights(worse) },
            features with { BackgroundRatio = Math.Min(1, features.BackgroundRatio * 1.5) },
        ];

        foreach (double risk in TierPolicy.All.Select(t => t.Risk))
        {
            double level = new AvailabilityPrediction(features).Level(risk);
            foreach (var variant in variants)
                new AvailabilityPrediction(variant).Level(risk).ShouldBeLessThanOrEqualTo(level + (Step * (1 - level)) + 1e-12);
        }
    });

    [Fact]
    public void The_same_features_give_the_same_answer_to_the_last_bit() => Property.Holds(20, random =>
    {
        var features = random.Features();
        var once = new AvailabilityPrediction(features);
        double first = once.Level(0.01);
        once.BreachProbability(0.99);

        new AvailabilityPrediction(features).Level(0.01).ShouldBe(first);
        once.Level(0.01).ShouldBe(first);
    });
}
