using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Reliability;

public sealed class CompositeLawTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void Composites_are_what_enumerating_every_failure_gives() => Property.Holds(1000, random =>
    {
        var network = SmallNetwork.Random(random, random.Between(1, 9));

        network.Solve().ShouldBe(network.Enumerate(), Rounding);
    });

    [Fact]
    public void So_are_those_of_larger_networks() => Property.Holds(60, random =>
    {
        var network = SmallNetwork.Random(random, random.Between(10, 14));

        network.Solve().ShouldBe(network.Enumerate(), Rounding);
    });

    [Fact]
    public void So_are_those_of_cycles_by_either_reading() => Property.Holds(1000, random =>
    {
        var network = SmallNetwork.Random(random, random.Between(2, 9), cyclic: true);

        network.Solve(CycleRule.WeakestMember).ShouldBe(network.Enumerate(CycleRule.WeakestMember), Rounding);
        network.Solve(CycleRule.AllUp).ShouldBe(network.Enumerate(CycleRule.AllUp), Rounding);
    });

    [Fact]
    public void One_more_alternative_never_lowers_an_availability() => Property.Holds(2000, random =>
    {
        var network = Any(random);
        var wider = network with
        {
            Own = [.. network.Own, random.Unit()],
            Groups = [.. network.Groups.Select(g => random.Chance(0.5) ? g with { AnyOf = [.. g.AnyOf, network.Services] } : g)],
        };

        wider.Solve().Take(network.Services).Zip(network.Solve()).ShouldAllBe(r => r.First >= r.Second - Rounding);
    });

    [Fact]
    public void Dependencies_given_twice_change_nothing() => Property.Holds(2000, random =>
    {
        var network = Any(random);
        var doubled = network with { Hard = [.. network.Hard, .. network.Hard], Groups = [.. network.Groups, .. network.Groups] };

        doubled.Solve().ShouldBe(network.Solve());
    });

    [Fact]
    public void Better_services_never_lower_an_availability() => Property.Holds(2000, random =>
    {
        var network = Any(random);
        int better = random.Below(network.Services);
        var raised = network.With(better, network.Own[better] + ((1 - network.Own[better]) * random.Unit()));

        raised.Solve().Zip(network.Solve()).ShouldAllBe(r => r.First >= r.Second - Rounding);
    });

    [Fact]
    public void A_perfect_service_that_needs_nothing_can_be_left_out() => Property.Holds(2000, random =>
    {
        var network = Any(random);
        var needing = network with
        {
            Own = [.. network.Own, 1],
            Hard = [.. network.Hard, (random.Below(network.Services), network.Services), (random.Below(network.Services), network.Services)],
        };

        needing.Solve().Take(network.Services).ToArray().ShouldBe(network.Solve(), Rounding);
    });

    [Fact]
    public void A_group_of_one_is_a_hard_dependency() => Property.Holds(1000, random =>
    {
        var network = Any(random);
        var grouped = network with { Hard = [], Groups = [.. network.Groups, .. network.Hard.Select(e => new NetworkGroup(e.Caller, [e.Callee]))] };

        grouped.Solve().ShouldBe(network.Solve(), Rounding);
    });

    [Fact]
    public void Numbers_and_order_do_not_matter() => Property.Holds(2000, random =>
    {
        var network = Any(random);
        int[] renamed = random.Shuffled(Enumerable.Range(0, network.Services));
        double[] own = new double[network.Services];
        for (int s = 0; s < own.Length; s++) own[renamed[s]] = network.Own[s];
        var other = new SmallNetwork(
            own,
            random.Shuffled(network.Hard.Select(e => (renamed[e.Caller], renamed[e.Callee]))),
            random.Shuffled(network.Groups.Select(g => new NetworkGroup(renamed[g.Source], random.Shuffled(g.AnyOf.Select(m => renamed[m]))))));

        double[] solved = other.Solve();
        renamed.Select(r => solved[r]).ToArray().ShouldBe(network.Solve(), Rounding);
    });

    [Fact]
    public void One_service_asked_for_alone_gets_the_answer_it_gets_among_all() => Property.Holds(500, random =>
    {
        var network = Any(random);
        int target = random.Below(network.Services);

        network.Network().Solve(target, network.Own).Availability.ShouldBe(network.Solve()[target]);
    });

    [Fact]
    public void A_single_point_of_failure_takes_the_service_down_alone_and_nothing_else_does() => Property.Holds(500, random =>
    {
        var drawn = Any(random);
        var network = drawn with { Own = [.. Enumerable.Repeat(1.0, drawn.Services)] };
        int target = random.Below(network.Services);

        var single = network.Network().SinglePointsOfFailure(target);

        single.ShouldBe(Enumerable.Range(0, network.Services).Where(s => network.With(s, 0).Solve()[target] == 0));
    });

    private static SmallNetwork Any(SeededRandom random) => SmallNetwork.Random(random, random.Between(2, 12), cyclic: random.Chance(0.3));
}
