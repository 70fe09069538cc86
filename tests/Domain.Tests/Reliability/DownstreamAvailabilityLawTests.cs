namespace SloFunctions.Domain.Tests.Reliability;

public sealed class DownstreamAvailabilityLawTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void The_bound_is_what_enumerating_every_failure_gives() => Property.Holds(1000, random =>
    {
        var network = MeasuredNetwork.Random(random);
        double[] achieved = network.Achieved();

        var target = network.Known(achieved).Services[0];

        target.Bound.Availability.ShouldBe(achieved[0], Rounding);
        target.SelfAvailability.ShouldBe(network.Intrinsic[0], Rounding);
        target.Dependencies.ShouldBe(network.Names.Count - 1);
    });

    [Fact]
    public void The_bottleneck_is_a_service_of_least_intrinsic_availability() => Property.Holds(500, random =>
    {
        var network = MeasuredNetwork.Random(random);

        var all = network.Known(network.Achieved());

        double weakest = network.Intrinsic.Skip(1).DefaultIfEmpty(1).Min();
        var bottleneck = all.Network.Contributions(0, all.Own).FirstOrDefault(c => c.Service != 0 && c.Share > 0);
        (bottleneck is null ? 1 : all.Own[bottleneck.Service]).ShouldBe(weakest, Rounding);
    });

    [Fact]
    public void An_edge_given_twice_changes_nothing() => Property.Holds(500, random =>
    {
        var network = MeasuredNetwork.Random(random);
        var doubled = network with { Edges = [.. network.Edges, .. network.Edges] };

        doubled.Target().ShouldBeEquivalentTo(network.Target());
    });

    [Fact]
    public void A_shortcut_to_what_is_needed_anyway_changes_nothing_but_rounding() => Property.Holds(500, random =>
    {
        var network = MeasuredNetwork.Random(random);
        var shortcuts = Enumerable.Range(1, network.Names.Count - 1).Select(callee => (0, callee));

        (network with { Edges = [.. network.Edges, .. shortcuts] }).Target().Bound.Availability.ShouldBe(network.Target().Bound.Availability, Rounding);
    });

    [Fact]
    public void A_perfect_service_can_be_taken_out_of_the_chain() => Property.Holds(500, random =>
    {
        var network = MeasuredNetwork.Random(random);
        var perfect = network with
        {
            Names = [.. network.Names, "perfect"],
            Intrinsic = [.. network.Intrinsic, 1],
            Edges = [.. network.Edges, (random.Below(network.Names.Count), network.Names.Count)],
        };

        perfect.Target().Bound.Availability.ShouldBe(network.Target().Bound.Availability, Rounding);
    });

    [Fact]
    public void Names_and_order_do_not_matter() => Property.Holds(500, random =>
    {
        var network = MeasuredNetwork.Random(random);
        string[] names = [.. network.Names.Select((_, i) => $"renamed {network.Names.Count - i}")];
        var other = network with { Names = names, Edges = random.Shuffled(network.Edges) };

        var (expected, actual) = (network.Target(), other.Target());

        actual.Bound.Availability.ShouldBe(expected.Bound.Availability, Rounding);
        actual.DependencyCeiling.Availability.ShouldBe(expected.DependencyCeiling.Availability, Rounding);
        actual.Dependencies.ShouldBe(expected.Dependencies);
    });

    [Fact]
    public void Doing_better_never_lowers_the_bound() => Property.Holds(500, random =>
    {
        var network = MeasuredNetwork.Random(random);
        int better = random.Below(network.Names.Count);
        double[] intrinsic = [.. network.Intrinsic.Select((p, i) => i == better ? p + ((1 - p) * random.Unit()) : p)];

        (network with { Intrinsic = intrinsic }).Target().Bound.Availability.ShouldBeGreaterThanOrEqualTo(network.Target().Bound.Availability - Rounding);
    });

    [Fact]
    public void Services_above_the_target_do_not_touch_it() => Property.Holds(300, random =>
    {
        var network = MeasuredNetwork.Random(random);
        var caller = network with
        {
            Names = [.. network.Names, "caller"],
            Intrinsic = [.. network.Intrinsic, 0.5],
            Edges = [.. network.Edges, (network.Names.Count, 0)],
        };

        caller.Target().Bound.Availability.ShouldBe(network.Target().Bound.Availability, Rounding);
        caller.Target().Dependencies.ShouldBe(network.Target().Dependencies);
    });
}
