using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Reliability;

public sealed class FrechetTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void Independent_failures_lie_inside() => Property.Holds(2000, random =>
    {
        var network = SmallNetwork.Random(random, random.Between(1, 12), cyclic: random.Chance(0.3));
        var rule = random.Chance(0.5) ? CycleRule.WeakestMember : CycleRule.AllUp;
        int target = random.Below(network.Services);

        var interval = network.Network(rule).Frechet(target, network.Own);

        network.Solve(rule)[target].ShouldBeInRange(interval.Lower - Rounding, interval.Upper + Rounding);
        interval.Lower.ShouldBeGreaterThanOrEqualTo(0);
        interval.Upper.ShouldBeLessThanOrEqualTo(1);
    });

    [Theory]
    [InlineData("a:0.9 b:0.8 c:0.95", "a>b a>c", 0.65, 0.8)]
    [InlineData("a:0.5 b:0.4", "a>b", 0, 0.4)]
    [InlineData("a:1 b:0.9 c:0.7", "a>b|c", 0.9, 1)]
    [InlineData("a:1 b:0.4 c:0.3", "a>b|c", 0.4, 0.7)]
    [InlineData("a:0.99 b:0.9 c:0.7 d:0.95", "a>b|c a>d", 0.84, 0.95)]
    public void Small_intervals_are_as_computed_by_hand(string services, string edges, double lower, double upper)
    {
        var network = SmallNetwork.Parse(services, edges);

        var interval = network.Network().Frechet(0, network.Own);

        interval.Lower.ShouldBe(lower, Rounding);
        interval.Upper.ShouldBe(upper, Rounding);
    }

    // The ends are attained: failures side by side on one line for the lowest, on top of each other for the highest; of two
    // alternatives it is the other way round.
    [Theory]
    [InlineData("a:0.9 b:0.8 c:0.95", "a>b a>c", new[] { 0, 0.1, 0.3 }, new double[] { 0, 0, 0 })]
    [InlineData("a:1 b:0.9 c:0.7", "a>b|c", new double[] { 0, 0, 0 }, new[] { 0, 0, 0.5 })]
    [InlineData("a:1 b:0.4 c:0.3", "a>b|c", new double[] { 0, 0, 0 }, new[] { 0, 0, 0.6 })]
    [InlineData("a:0.99 b:0.9 c:0.7 d:0.95", "a>b|c a>d", new[] { 0, 0.01, 0.01, 0.11 }, new[] { 0.1, 0.1, 0.2, 0.1 })]
    public void Couplings_of_the_failures_attain_the_ends(string services, string edges, double[] worst, double[] best)
    {
        var network = SmallNetwork.Parse(services, edges);

        var interval = network.Network().Frechet(0, network.Own);

        Coupled(network, worst).ShouldBe(interval.Lower, 1e-6);
        Coupled(network, best).ShouldBe(interval.Upper, 1e-6);
    }

    // Service s fails on a stretch of the unit circle that begins at its entry and is as long as its unavailability.
    private static double Coupled(SmallNetwork network, double[] begins)
    {
        const int Points = 10_000;
        var states = new EnumeratedNetwork(network, CycleRule.WeakestMember);
        int works = 0;
        for (int i = 0; i < Points; i++)
        {
            double at = (i + 0.5) / Points;
            int state = Enumerable.Range(0, network.Services).Sum(s => (at - begins[s] + 1) % 1 < 1 - network.Own[s] ? 0 : 1 << states.Of[s]);
            works += states.Up(state) >> states.Of[0] & 1;
        }

        return (double)works / Points;
    }
}
