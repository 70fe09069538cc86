using SloFunctions.Domain.Prediction;

namespace SloFunctions.Domain.Tests.Prediction;

public sealed class PosteriorTests
{
    private static readonly FleetPrior Prior = Fleets.Prior([.. Enumerable.Range(0, 100).Select(i => Fleets.Record([.. Enumerable.Repeat(5e-4, i % 3)]))]);

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.01)]
    [InlineData(0.05)]
    public void Whoever_had_more_incidents_of_a_kind_is_given_a_lower_level(double risk)
    {
        double[] levels = [.. new[] { 0, 1, 2, 4, 8, 16 }.Select(n => Level(Fleets.Record([.. Enumerable.Repeat(2e-3, n)]), risk))];

        levels.ShouldBe(levels.OrderDescending());
        levels.Distinct().Count().ShouldBe(levels.Length);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.01)]
    [InlineData(0.05)]
    public void Whoever_had_worse_incidents_is_given_a_lower_level(double risk)
    {
        double[] levels = [.. new[] { 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1 }.Select(impact => Level(Fleets.Record(impact, impact), risk))];

        levels.ShouldBe(levels.OrderDescending());
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    public void Whoever_has_more_background_errors_is_given_a_lower_level(double risk)
    {
        var record = Fleets.Record();
        double[] levels = [.. new[] { 0.0, 30, 3000, 300_000, 3_000_000 }.Select(bad => Level(record with { Background = record.Background with { Bad = bad } }, risk))];

        levels.ShouldBe(levels.OrderDescending());
        levels[^1].ShouldBe(0);
    }

    [Fact]
    public void A_longer_history_without_incidents_raises_the_level() =>
        Level(Fleets.Record(365, [], 0), 0.01).ShouldBeGreaterThan(Level(Fleets.Record(30, [], 0), 0.01));

    [Fact]
    public void A_service_without_incidents_is_not_taken_for_one_that_never_fails() =>
        Level(Fleets.Record(), 0.01).ShouldBeLessThan(0.9995);

    [Fact]
    public void The_order_of_incidents_does_not_matter() =>
        Level(Fleets.Record(1e-4, 1e-2, 3e-3), 0.01).ShouldBe(Level(Fleets.Record(1e-2, 3e-3, 1e-4), 0.01), 1e-12);

    private static double Level(IncidentRecord record, double risk) => new AvailabilityPrediction(PredictionFeatures.Of(record, Prior)).Level(risk);
}
