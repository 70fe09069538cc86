using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Prediction;

public sealed class FleetPriorFitTests
{
    [Theory]
    [InlineData(0.5, 20)]
    [InlineData(1.5, 40)]
    [InlineData(4, 60)]
    public void The_rates_of_a_large_fleet_are_found_again(double shape, double days)
    {
        var random = new SeededRandom(7);
        var prior = Fleets.Prior([.. Enumerable.Range(0, 20_000).Select(_ => Service(random.Gamma(shape) / days, random))]);

        (prior.RateShape / prior.RateDays).ShouldBe(shape / days, 0.04 * shape / days);
        prior.RateShape.ShouldBe(shape, 0.12 * shape);
        prior.Dispersion.ShouldBe(1, 0.05);
        prior.Services.ShouldBe(20_000);
    }

    [Fact]
    public void Incidents_that_come_in_clusters_show_as_dispersion()
    {
        var random = new SeededRandom(8);
        var records = Enumerable.Range(0, 2_000).Select(_ =>
        {
            // Pairs: the variance is twice the mean.
            int first = 2 * (int)random.Poisson(0.5), second = 2 * (int)random.Poisson(0.5);
            return Fleets.Record(30, [.. Enumerable.Repeat(1e-3, first + second)], first);
        });

        Fleets.Prior([.. records]).Dispersion.ShouldBe(2, 0.15);
    }

    [Fact]
    public void Rates_that_are_all_the_same_are_not_told_apart()
    {
        var random = new SeededRandom(9);

        Fleets.Prior([.. Enumerable.Range(0, 5_000).Select(_ => Service(1.0 / 15, random))]).RateShape.ShouldBeGreaterThan(8);
    }

    [Fact]
    public void Nobody_at_all_is_the_archetype()
    {
        var usual = FleetArchetype.Usual;
        var prior = Fleets.Prior();

        (prior.RateShape / prior.RateDays).ShouldBe(usual.RatePerDay, 1e-12);
        prior.RateShape.ShouldBe(usual.RateShape, 1e-12);
        prior.Dispersion.ShouldBe(usual.Dispersion, 1e-12);
        prior.OwnBandwidth.ShouldBe(usual.OwnSpread, 1e-12);
        prior.Severities.Mean.ShouldBe(usual.Severities.Mean, 1e-12);
    }

    [Fact]
    public void A_small_fleet_without_incidents_leans_on_the_archetype_and_a_large_one_on_itself()
    {
        double small = Rate(2), large = Rate(500), usual = FleetArchetype.Usual.RatePerDay;

        small.ShouldBeInRange(0.5 * usual, usual);
        large.ShouldBeLessThan(0.02 * usual);

        static double Rate(int services)
        {
            var prior = Fleets.Prior([.. Enumerable.Repeat(Fleets.Record(), services)]);
            return prior.RateShape / prior.RateDays;
        }
    }

    [Fact]
    public void Severities_of_a_large_fleet_centre_on_what_it_has_seen()
    {
        var prior = Fleets.Prior([.. Enumerable.Repeat(Fleets.Record(0.01, 0.01), 300)]);

        double near = 0;
        for (int i = 0; i < SeverityGrid.Count; i++) near += SeverityGrid.Impacts[i] is > 0.005 and < 0.02 ? prior.Severities.Shares[i] : 0;
        near.ShouldBeGreaterThan(0.9);
        prior.Incidents.ShouldBe(600);
    }

    [Fact]
    public void The_order_of_services_does_not_matter() => Property.Holds(20, random =>
    {
        IncidentRecord[] records = [.. Enumerable.Range(0, 40).Select(_ => Service(random.Gamma(1) / 20, random))];
        var prior = Fleets.Prior(records);
        var shuffled = Fleets.Prior(random.Shuffled(records));

        shuffled.RateShape.ShouldBe(prior.RateShape, 1e-9 * prior.RateShape);
        shuffled.RateDays.ShouldBe(prior.RateDays, 1e-9 * prior.RateDays);
        shuffled.Severities.Mean.ShouldBe(prior.Severities.Mean, 1e-9);
        shuffled.OwnBandwidth.ShouldBe(prior.OwnBandwidth, 1e-9);
    });

    private static IncidentRecord Service(double rate, SeededRandom random)
    {
        int first = (int)random.Poisson(rate * 15), second = (int)random.Poisson(rate * 15);
        return Fleets.Record(30, [.. Enumerable.Range(0, first + second).Select(_ => Math.Pow(10, -4 + random.Normal()) is var i && i < 1 ? i : 1)], first);
    }
}
