using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Reliability;

public sealed class CompositeTests
{
    [Theory]
    [InlineData("a:1 b:1 c:1 d:0.9", "a>b a>c b>d c>d", 0.9)]
    [InlineData("a:0.999 b:0.99 c:0.99 d:0.9", "a>b|c b>d c>d", 0.89901009)]
    [InlineData("a:1 b:0.9 c:0.9 d:0.9", "a>b|c a>c|d a>b|d", 0.972)]
    [InlineData("a:0.9999 b:0.999 c:0.9995 d:0.998", "a>b a>c a>d", 0.9964038486501)]
    [InlineData("a:1 b:0.9999 c:0.999", "a>b|c", 0.9999999)]
    [InlineData("a:0.9995 b:0.9999", "a>b", 0.99940005)]
    [InlineData("a:1 b:0.5 c:1", "a>b|c", 1)]
    [InlineData("a:1 b:0 c:0", "a>b|c", 0)]
    [InlineData("a:0 b:0.5", "a>b", 0)]
    [InlineData("a:1", "", 1)]
    public void Known_values_are_met(string services, string edges, double expected) =>
        SmallNetwork.Parse(services, edges).Solve()[0].ShouldBe(expected, 1e-12);

    // The bridge: two ways a–c and b–d from end to end, e joining them in the middle. Its cuts are ab, cd, aed and bec.
    [Theory]
    [InlineData(0.9, 0.97848)]
    [InlineData(0.5, 0.5)]
    public void The_bridge_network_is_solved(double p, double expected)
    {
        var bridge = new SmallNetwork(
            [1, p, p, p, p, p], [], [new(0, [1, 2]), new(0, [3, 4]), new(0, [1, 5, 4]), new(0, [2, 5, 3])]);

        bridge.Solve()[0].ShouldBe(expected, 1e-12);
    }

    [Theory]
    [InlineData("a:0.999 b:0.99 c:0.99 d:0.9 e:0.9", "a>b|c b>d c>d a>d|e", new[] { 0, 3 })]
    [InlineData("a:0.999 b:0.99 c:0.99 d:0.9", "a>b b>c c>b", new[] { 0, 1, 2 })]
    [InlineData("a:1 b:1 c:1", "a>b|c b>c", new[] { 0, 2 })]
    public void What_is_needed_on_every_path_is_a_single_point_of_failure(string services, string edges, int[] expected) =>
        SmallNetwork.Parse(services, edges).Network().SinglePointsOfFailure(0).ShouldBe(expected);

    [Fact]
    public void Dependencies_and_chains_are_counted_with_their_cycles()
    {
        var network = SmallNetwork.Parse("a:1 b:1 c:1 d:1 e:1 f:1", "a>b b>c c>b c>d|e").Network();

        network.DependencyCounts().ShouldBe([4, 3, 3, 0, 0, 0]);
        Enumerable.Range(0, 6).Select(network.LongestChain).ShouldBe([2, 1, 1, 0, 0, 0]);
    }

    [Fact]
    public void Whoever_needs_a_service_is_told()
    {
        var network = SmallNetwork.Parse("a:1 b:1 c:1 d:1 e:1 f:1", "a>b b>c c>b c>d|e f>d").Network();

        network.Dependents(3).ShouldBe([0, 1, 2, 5]);
        network.Dependents(1).ShouldBe([0, 2]);
        network.Dependents(0).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_services_asked_for_are_answered_in_the_order_asked()
    {
        var network = SmallNetwork.Parse("a:0.9 b:0.8 c:0.7", "a>b b>c");

        var some = network.Network().SolveAll([2, 0, 2], network.Own).Select(c => c.Availability).ToArray();

        some.ShouldBe([0.7, 0.9 * 0.8 * 0.7, 0.7], 1e-15);
    }

    [Fact]
    public void A_chain_of_100000_services_is_solved_for_one_and_for_all_of_them()
    {
        const int Length = 100_000;
        var chain = Enumerable.Range(1, Length - 1).Select(i => (i - 1, i)).ToArray();
        var network = new ReliabilityNetwork(Length, chain, []);
        double[] own = [.. Enumerable.Repeat(0.999999, Length)];

        network.Solve(0, own).Availability.ShouldBe(Math.Pow(0.999999, Length), 1e-9);
        network.SolveAll(own)[Length / 2].Availability.ShouldBe(Math.Pow(0.999999, Length / 2), 1e-9);
        network.Contributions(0, own).Count.ShouldBe(Length);
        network.LongestChain(0).ShouldBe(Length - 1);
    }

    // Every service needs one of two, which both need one of the next two, and so on: nothing is shared out of order, but
    // the formula is as deep as the ladder.
    [Fact]
    public void A_deep_ladder_of_alternatives_is_solved_exactly()
    {
        const int Steps = 3_000;
        var groups = Enumerable.Range(0, Steps - 1).SelectMany(i => new[] { 2 * i, (2 * i) + 1 }.Select(v => new NetworkGroup(v, [(2 * i) + 2, (2 * i) + 3]))).ToArray();
        var network = new ReliabilityNetwork(2 * Steps, [], groups);
        double[] own = [.. Enumerable.Repeat(0.99, 2 * Steps)];

        double stage = 1 - (0.01 * 0.01), rest = 1;
        for (int i = 1; i < Steps; i++) rest *= stage;
        network.Solve(0, own).ShouldBe(Composite.Exactly(network.Solve(0, own).Availability));
        network.Solve(0, own).Availability.ShouldBe(0.99 * rest, 1e-9);
    }

    [Fact]
    public void Availabilities_and_numbers_that_make_no_sense_are_refused()
    {
        Should.Throw<ArgumentException>(() => Solve(1.1));
        Should.Throw<ArgumentException>(() => Solve(-0.1));
        Should.Throw<ArgumentException>(() => Solve(double.NaN));
        Should.Throw<ArgumentException>(() => Solve(1, 1));
        Should.Throw<ArgumentException>(() => new ReliabilityNetwork(1, [(0, 1)], []));
        Should.Throw<ArgumentException>(() => new ReliabilityNetwork(1, [(-1, 0)], []));
        Should.Throw<ArgumentException>(() => new ReliabilityNetwork(1, [], [new(0, [])]));
        Should.Throw<ArgumentException>(() => new ReliabilityNetwork(1, [], []).Solve(1, [1]));
        static void Solve(params double[] own) => new ReliabilityNetwork(1, [], []).Solve(0, own);
    }
}
