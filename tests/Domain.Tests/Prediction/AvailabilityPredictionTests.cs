using MathNet.Numerics.Distributions;
using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Tests.Prediction;

public sealed class AvailabilityPredictionTests
{
    // So certain a rate that mixing over it does nothing: Poisson.
    private const double Certain = 1e9;
    private const double Unit = 1.0 / 1024;

    [Theory]
    [InlineData(4_000)]
    [InlineData(200_000)]
    public void The_model_played_through_by_chance_gives_the_same_distribution(int windows)
    {
        var random = new SeededRandom(20);
        for (int i = 0; i < 6; i++)
        {
            var features = random.Features() with { Requests = 1e6 };
            features = features with { Counts = features.Counts with { Mean = Math.Min(4, features.Counts.Mean) } };
            double[] drawn = Drawn.Availabilities(features, windows, random);
            var prediction = new AvailabilityPrediction(features);

            foreach (double target in TargetLadder.Levels)
            {
                double computed = prediction.BreachProbability(target), share = (double)drawn.Count(a => a < target) / windows;
                Math.Abs(share - computed).ShouldBeLessThan(Error(computed, windows), $"{target} of {features}");
            }

            foreach (double risk in new[] { 0.01, 0.05, 0.3 })
            {
                double level = prediction.Level(risk), slack = 0.01 * (1 - level), error = Error(risk, windows);
                // Levels end below 1.
                level.ShouldBeGreaterThanOrEqualTo(Math.Min(1 - 1e-8, LowerQuantile.Of(drawn, Math.Max(1e-9, risk - error))) - slack, $"{risk} of {features}");
                level.ShouldBeLessThanOrEqualTo(LowerQuantile.Of(drawn, risk + error) + slack, $"{risk} of {features}");
            }
        }

        // Five standard errors, and what lattices of 256 steps may be off.
        static double Error(double probability, int windows) => (5 * Math.Sqrt(probability * (1 - probability) / windows)) + 0.002;
    }

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(1, 0.2)]
    [InlineData(2, 2)]
    [InlineData(5, 2)]
    [InlineData(12, 9)]
    public void Incidents_of_one_impact_are_a_Poisson_distribution(int most, double mean) =>
        Alone(new IncidentCounts(mean, Certain), Fleets.Only(10)).BreachProbability(1 - ((most + 0.5) * Unit))
            .ShouldBe(1 - Poisson.CDF(mean, most), 1e-6);

    [Theory]
    [InlineData(0, 0.2, 0.5)]
    [InlineData(2, 2, 0.7)]
    [InlineData(12, 9, 3)]
    public void An_uncertain_rate_makes_it_negative_binomial(int most, double mean, double shape) =>
        Alone(new IncidentCounts(mean, shape), Fleets.Only(10)).BreachProbability(1 - ((most + 0.5) * Unit))
            .ShouldBe(1 - NegativeBinomial.CDF(shape, shape / (shape + mean), most), 1e-6);

    [Fact]
    public void Incidents_of_two_impacts_are_as_convolved_by_hand()
    {
        // One unit with probability 0.6, two with 0.4.
        var prediction = Alone(new IncidentCounts(1.5, Certain), Fleets.Of((10, 0.6), (9, 0.4)));
        double[] sum = [1, 0, 0, 0, 0], within = [0, 0, 0, 0, 0];
        for (int n = 0; n < 10; n++)
        {
            for (int i = 0; i < sum.Length; i++) within[i] += Poisson.PMF(1.5, n) * sum[i];
            sum = [.. sum.Select((_, i) => (i > 0 ? 0.6 * sum[i - 1] : 0) + (i > 1 ? 0.4 * sum[i - 2] : 0))];
        }

        for (int most = 0; most < 5; most++)
            prediction.BreachProbability(1 - ((most + 0.5) * Unit)).ShouldBe(1 - within.Take(most + 1).Sum(), 1e-6);
    }

    [Theory]
    [InlineData(0.05, 5)]
    [InlineData(0.06, 4)]
    [InlineData(0.001, 8)]
    public void A_level_lies_where_the_distribution_reaches_the_risk(double risk, int incidents) =>
        Alone(new IncidentCounts(2, Certain), Fleets.Only(10)).Level(risk).ShouldBe(1 - (incidents * Unit), Unit / 16);

    [Fact]
    public void Without_incidents_the_background_decides()
    {
        var features = new PredictionFeatures(new IncidentCounts(1e-12, 1), Fleets.Only(0), 10_000, 1e-3, 1e-9, 1);

        new AvailabilityPrediction(features).BreachProbability(1 - 15.5e-4).ShouldBe(1 - Poisson.CDF(10, 15), 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_risk_lies_between_0_and_1(double risk) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Alone(new IncidentCounts(1, 1), Fleets.Only(10)).Level(risk));

    [Theory]
    [InlineData(-0.001)]
    [InlineData(1.001)]
    [InlineData(double.NaN)]
    public void A_target_is_a_ratio(double target) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Alone(new IncidentCounts(1, 1), Fleets.Only(10)).BreachProbability(target));

    private static AvailabilityPrediction Alone(IncidentCounts counts, Severities severities) =>
        new(new PredictionFeatures(counts, severities, 1e15, 1e-15, 0.01, 1));
}
