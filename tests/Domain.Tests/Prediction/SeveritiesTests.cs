using SloFunctions.Domain.Prediction;

namespace SloFunctions.Domain.Tests.Prediction;

public sealed class SeveritiesTests
{
    [Fact]
    public void Shares_add_up_and_can_be_restored() => Property.Holds(50, random =>
    {
        var severities = Severities.Of([.. Enumerable.Range(0, random.Between(1, 20)).Select(_ => Math.Pow(10, -9 * random.Unit()))], 0.1 + (3 * random.Unit()));

        double[] shares = severities.Shares.ToArray();
        shares.Sum().ShouldBe(1, 1e-12);
        shares.ShouldAllBe(s => s >= 0);
        Severities.FromWeights([.. shares.Select(s => 7 * s)]).Shares.ToArray().ShouldBe(shares, 1e-14);
    });

    [Fact]
    public void The_worst_impact_seen_is_not_the_worst_there_is()
    {
        var severities = Severities.Of([0.01], 1);
        double beyond = 0;
        for (int i = 0; i < SeverityGrid.Count; i++) beyond += SeverityGrid.Impacts[i] > 0.0101 ? severities.Shares[i] : 0;

        beyond.ShouldBe(0.5, 0.05);
    }

    [Fact]
    public void Nothing_is_worse_than_all_requests() => Severities.Of([1], 3).Mean.ShouldBeLessThanOrEqualTo(1);

    [Fact]
    public void A_mixture_lies_between()
    {
        Severities mild = Severities.Of([1e-5], 0.5), bad = Severities.Of([1e-2], 0.5);

        mild.Mix(0.25, bad).Mean.ShouldBe((0.25 * mild.Mean) + (0.75 * bad.Mean), 1e-15);
        mild.Mix(1, bad).Mean.ShouldBe(mild.Mean, 1e-18);
    }

    [Fact]
    public void Weights_that_are_none_are_refused()
    {
        double[] weights = new double[SeverityGrid.Count];
        Should.Throw<ArgumentException>(() => Severities.FromWeights(weights));
        Should.Throw<ArgumentException>(() => Severities.FromWeights([1, 2, 3]));
        weights[3] = -1;
        weights[4] = 2;
        Should.Throw<ArgumentException>(() => Severities.FromWeights(weights));
        weights[3] = double.NaN;
        Should.Throw<ArgumentException>(() => Severities.FromWeights(weights));
        Should.Throw<ArgumentException>(() => Severities.Of([], 1));
    }
}
