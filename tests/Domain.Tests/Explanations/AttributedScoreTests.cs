using SloFunctions.Domain.Explanations;

namespace SloFunctions.Domain.Tests.Explanations;

public sealed class AttributedScoreTests
{
    [Fact]
    public void Features_are_sorted_by_what_they_contribute_and_keep_their_sign()
    {
        var explained = AttributedScore.Of(["traffic", "history", "risk"], [1, 1, 1], [0, 0, 0], x => 7 + (x[0] * 0) + (3 * x[1]) - (1 * x[2]));

        (explained.BaseValue, explained.Value).ShouldBe((7, 9));
        explained.Features.ShouldBe(
        [
            new FeatureAttribution(1, "history", 1, 0, 3, 0.75),
            new FeatureAttribution(2, "risk", 1, 0, -1, 0.25),
            new FeatureAttribution(0, "traffic", 1, 0, 0, 0),
        ]);
    }

    [Fact]
    public void Of_two_features_with_equal_values_only_the_one_that_the_score_reads_gets_something()
    {
        var explained = AttributedScore.Of(["read", "correlated", "other"], [1, 1, 0], [0, 0, 0], x => x[0]);

        explained.Features.ToDictionary(f => f.Name, f => f.Phi)
            .ShouldBe(new Dictionary<string, double> { ["read"] = 1, ["correlated"] = 0, ["other"] = 0 }, ignoreOrder: true);
    }

    [Fact]
    public void Equal_contributions_are_sorted_by_name()
    {
        AttributedScore.Of(["b", "a"], [1, 1], [0, 0], x => x[0] - x[1]).Features.Select(f => f.Name).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_service_equal_to_the_background_has_nothing_to_attribute()
    {
        int runs = 0;

        var explained = AttributedScore.Of(["a", "b"], [0.5, 2], [0.5, 2], x => { runs++; return x[0] * x[1]; });

        runs.ShouldBe(1);
        explained.Features.ShouldAllBe(f => f.Phi == 0 && f.Contribution == 0);
    }

    [Fact]
    public void Contributions_add_up_to_one_and_values_to_the_difference() => Property.Holds(200, random =>
    {
        int n = random.Between(1, 8);
        double[] instance = [.. Enumerable.Range(0, n).Select(_ => random.Unit())];
        double[] background = [.. instance.Select(x => random.Chance(0.2) ? x : random.Unit())];
        double[] game = Games.Random(random, n, 1);

        var explained = AttributedScore.Of([.. Enumerable.Range(0, n).Select(i => $"f{i}")], instance, background, Score);

        explained.Value.ShouldBe(Score(instance));
        explained.BaseValue.ShouldBe(Score(background));
        explained.Features.Sum(f => f.Phi).ShouldBe(explained.Value - explained.BaseValue, 1e-12);
        double contributions = explained.Features.Sum(f => f.Contribution);
        if (explained.Features.Any(f => f.Phi != 0)) contributions.ShouldBe(1, 1e-12);
        else contributions.ShouldBe(0);

        double Score(double[] x) => game[x.Select((value, i) => value > 0.5 ? 1 << i : 0).Sum()] + Math.Sin(x.Sum());
    });

    [Fact]
    public void Rows_that_do_not_fit_are_refused()
    {
        Should.Throw<ArgumentException>(() => AttributedScore.Of(["a"], [1, 2], [1], _ => 0));
        Should.Throw<ArgumentException>(() => AttributedScore.Of(["a"], [1], [], _ => 0));
        Should.Throw<ArgumentException>(() => AttributedScore.Of(["a"], [double.NaN], [0], _ => 0));
        Should.Throw<ArgumentException>(() => AttributedScore.Of(["a"], [1], [0], _ => double.NaN));
        string[] many = [.. Enumerable.Range(0, 17).Select(i => $"f{i}")];
        Should.Throw<ArgumentOutOfRangeException>(() => AttributedScore.Of(many, new double[17], new double[17], _ => 0));
    }
}
