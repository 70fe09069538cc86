using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Reliability;

public sealed class CompositeBoundTests
{
    [Fact]
    public void A_service_without_dependencies_is_bound_by_itself_alone()
    {
        var bound = Bound("a", [], ("a", 0.999));

        bound.Achieved.ShouldBe(0.999);
        bound.SelfAvailability.ShouldBe(0.999);
        bound.DependencyCeiling.ShouldBe(1);
        bound.Bound.ShouldBe(0.999);
        bound.IsMasked.ShouldBeFalse();
        bound.HardDependencies.ShouldBe(0);
        bound.Bottleneck.ShouldBeNull();
        bound.BottleneckAvailability.ShouldBeNull();
        bound.Unmeasured.ShouldBeEmpty();
    }

    // Checkout (.9999) needs payment (.999), which needs a bank (.9995), and inventory (.998). What is measured of payment
    // and checkout holds the failures of what they need.
    [Fact]
    public void Failures_of_dependencies_count_once_although_each_measurement_holds_them()
    {
        var bound = Bound(
            "checkout",
            [("checkout", "payment"), ("payment", "bank"), ("checkout", "inventory")],
            ("bank", 0.9995),
            ("payment", 0.999 * 0.9995),
            ("inventory", 0.998),
            ("checkout", 0.9999 * 0.999 * 0.9995 * 0.998));

        bound.Bound.ShouldBe(0.9964038486501, 1e-12);
        bound.SelfAvailability!.Value.ShouldBe(0.9999, 1e-12);
        bound.DependencyCeiling.ShouldBe(0.999 * 0.9995 * 0.998, 1e-12);
        bound.HardDependencies.ShouldBe(3);
        bound.IsMasked.ShouldBeFalse();
        bound.Bottleneck.ShouldBe(ServiceId.Of("inventory"));
        bound.BottleneckAvailability!.Value.ShouldBe(0.998, 1e-12);
    }

    [Fact]
    public void A_dependency_reached_on_two_paths_counts_once()
    {
        var bound = Bound("a", [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")], ("a", 0.9), ("b", 0.9), ("c", 0.9), ("d", 0.9));

        bound.DependencyCeiling.ShouldBe(0.9, 1e-15);
        bound.Bound.ShouldBe(0.9, 1e-15);
        bound.SelfAvailability!.Value.ShouldBe(1, 1e-15);
        bound.HardDependencies.ShouldBe(3);
        bound.Bottleneck.ShouldBe(ServiceId.Of("d"));
    }

    [Fact]
    public void A_cycle_is_as_available_as_its_weakest_member()
    {
        var bound = Bound("a", [("a", "b"), ("b", "c"), ("c", "b")], ("a", 0.98), ("b", 0.999), ("c", 0.99));

        bound.DependencyCeiling.ShouldBe(0.99, 1e-15);
        bound.Bottleneck.ShouldBe(ServiceId.Of("c"));
        bound.HardDependencies.ShouldBe(2);
    }

    [Fact]
    public void A_weaker_partner_in_the_targets_own_cycle_bounds_it_and_is_the_bottleneck()
    {
        var bound = Bound("a", [("a", "b"), ("b", "a"), ("a", "c")], ("a", 0.999), ("b", 0.95), ("c", 0.9995));

        bound.DependencyCeiling.ShouldBe(0.9995, 1e-15);
        bound.Bound.ShouldBe(0.95, 1e-12);
        bound.Bottleneck.ShouldBe(ServiceId.Of("b"));
        bound.HardDependencies.ShouldBe(2);
    }

    [Fact]
    public void A_target_that_is_the_weakest_of_its_cycle_is_not_its_own_bottleneck()
    {
        Bound("a", [("a", "b"), ("b", "a")], ("a", 0.95), ("b", 0.999)).Bottleneck.ShouldBeNull();
    }

    [Fact]
    public void A_dependency_on_itself_changes_nothing()
    {
        Bound("a", [("a", "a")], ("a", 0.99)).Bound.ShouldBe(0.99, 1e-15);
    }

    [Fact]
    public void Dependencies_without_measurements_count_as_perfect_and_are_named_in_order()
    {
        var bound = Bound("a", [("a", "z"), ("a", "b"), ("b", "c")], ("a", 0.98), ("c", 0.99));

        bound.Unmeasured.ShouldBe([ServiceId.Of("b"), ServiceId.Of("z")]);
        bound.DependencyCeiling.ShouldBe(0.99, 1e-15);
    }

    [Fact]
    public void A_target_without_measurements_is_bound_by_its_dependencies_alone()
    {
        var bound = Bound("a", [("a", "b")], ("b", 0.99));

        bound.Achieved.ShouldBeNull();
        bound.SelfAvailability.ShouldBeNull();
        bound.Bound.ShouldBe(0.99);
        bound.IsMasked.ShouldBeFalse();
        bound.Unmeasured.ShouldBeEmpty();
    }

    [Fact]
    public void Doing_better_than_the_dependencies_allow_is_told_apart()
    {
        var bound = Bound("a", [("a", "b")], ("a", 0.999), ("b", 0.99));

        bound.IsMasked.ShouldBeTrue();
        bound.SelfAvailability.ShouldBe(1);
        bound.Bound.ShouldBe(0.99);
    }

    [Fact]
    public void A_dependency_that_never_worked_leaves_nothing_and_blames_nobody_above_it()
    {
        var bound = Bound("a", [("a", "b"), ("b", "c")], ("a", 0), ("b", 0), ("c", 0));

        bound.DependencyCeiling.ShouldBe(0);
        bound.Bound.ShouldBe(0);
        bound.SelfAvailability.ShouldBe(1);
        bound.Bottleneck.ShouldBe(ServiceId.Of("c"));
        bound.IsMasked.ShouldBeFalse();
    }

    [Fact]
    public void A_chain_of_20000_services_is_computed_within_bounded_memory()
    {
        const int Length = 20_000;
        ServiceId[] chain = [.. Enumerable.Range(0, Length).Select(i => ServiceId.Of($"s{i}"))];
        var edges = chain.Zip(chain.Skip(1)).ToArray();
        long before = GC.GetAllocatedBytesForCurrentThread();

        var bound = CompositeBound.Of(new MeasuredDependencies(chain[0], edges, new Dictionary<ServiceId, double> { [chain[^1]] = 0.99 }));

        bound.HardDependencies.ShouldBe(Length - 1);
        bound.Bound.ShouldBe(0.99);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200_000_000);
    }

    private static CompositeBound Bound(string target, (string Caller, string Callee)[] edges, params (string Service, double Achieved)[] measured) =>
        CompositeBound.Of(new MeasuredDependencies(
            ServiceId.Of(target),
            [.. edges.Select(e => (ServiceId.Of(e.Caller), ServiceId.Of(e.Callee)))],
            measured.ToDictionary(m => ServiceId.Of(m.Service), m => m.Achieved)));
}
