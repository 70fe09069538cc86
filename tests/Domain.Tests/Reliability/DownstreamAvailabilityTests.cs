using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Reliability;

public sealed class DownstreamAvailabilityTests
{
    [Fact]
    public void A_service_without_dependencies_is_bound_by_itself_alone()
    {
        var (service, bottleneck) = Of("a:0.999", "");

        service.SelfAvailability.ShouldBe(0.999);
        service.DependencyCeiling.ShouldBe(Composite.Exactly(1));
        service.Bound.Availability.ShouldBe(0.999);
        service.CommittedBound.ShouldBe(0.999);
        service.Dependencies.ShouldBe(0);
        bottleneck.ShouldBeNull();
    }

    // Checkout (.9999) needs payment (.999), which needs a bank (.9995), and inventory (.998). What is measured of payment
    // and checkout holds the failures of what they need.
    [Fact]
    public void Failures_of_dependencies_count_once_although_each_measurement_holds_them()
    {
        double checkout = 0.9999 * 0.999 * 0.9995 * 0.998, payment = 0.999 * 0.9995;
        var (service, bottleneck) = Of(FormattableString.Invariant($"a:{checkout:R} b:{payment:R} c:0.9995 d:0.998"), "a>b b>c a>d");

        service.Bound.Availability.ShouldBe(0.9964038486501, 1e-12);
        service.SelfAvailability.ShouldBe(0.9999, 1e-12);
        service.DependencyCeiling.Availability.ShouldBe(0.999 * 0.9995 * 0.998, 1e-12);
        service.Dependencies.ShouldBe(3);
        service.IsMasked.ShouldBeFalse();
        bottleneck.ShouldBe(3);
    }

    [Fact]
    public void A_dependency_reached_on_two_paths_counts_once_and_nothing_is_said_of_promises_that_nobody_gave()
    {
        var (service, bottleneck) = Of("a:0.9 b:0.9 c:0.9 d:0.9", "a>b a>c b>d c>d");

        service.DependencyCeiling.Availability.ShouldBe(0.9, 1e-15);
        service.Bound.Availability.ShouldBe(0.9, 1e-15);
        service.CommittedBound.ShouldBe(service.Bound.Availability);
        service.SelfAvailability.ShouldBe(1, 1e-15);
        bottleneck.ShouldBe(3);
    }

    [Fact]
    public void A_cycle_is_as_available_as_its_weakest_member()
    {
        var (service, bottleneck) = Of("a:0.98 b:0.999 c:0.99", "a>b b>c c>b");

        service.DependencyCeiling.Availability.ShouldBe(0.99, 1e-15);
        bottleneck.ShouldBe(2);
    }

    [Fact]
    public void A_weaker_partner_in_the_targets_own_cycle_bounds_it_and_is_the_bottleneck()
    {
        var (service, bottleneck) = Of("a:0.999 b:0.95 c:0.9995", "a>b b>a a>c");

        service.DependencyCeiling.Availability.ShouldBe(0.9995, 1e-15);
        service.Bound.Availability.ShouldBe(0.95, 1e-12);
        bottleneck.ShouldBe(1);
    }

    [Fact]
    public void A_target_that_is_the_weakest_of_its_cycle_is_not_its_own_bottleneck() => Of("a:0.95 b:0.999", "a>b b>a").Bottleneck.ShouldBeNull();

    [Fact]
    public void A_dependency_that_never_worked_leaves_nothing_and_blames_nobody_above_it()
    {
        var (service, bottleneck) = Of("a:0 b:0 c:0", "a>b b>c");

        service.DependencyCeiling.Availability.ShouldBe(0);
        service.Bound.Availability.ShouldBe(0);
        service.SelfAvailability.ShouldBe(1);
        service.IsMasked.ShouldBeFalse();
        bottleneck.ShouldBe(2);
    }

    [Fact]
    public void A_chain_of_20000_services_is_computed_within_bounded_memory()
    {
        const int Length = 20_000;
        var chain = new MeasuredNetwork(
            [.. Enumerable.Range(0, Length).Select(i => $"s{i}")], new double[Length], [.. Enumerable.Range(1, Length - 1).Select(i => (i - 1, i))]);
        long before = GC.GetAllocatedBytesForCurrentThread();

        var service = chain.Known([.. Enumerable.Repeat(0.99, Length)]).Services[0];

        service.Dependencies.ShouldBe(Length - 1);
        service.Bound.Availability.ShouldBe(0.99);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200_000_000);
    }

    // The first service with what is measured of each, and the dependency that costs it most.
    private static (ServiceAvailability Service, int? Bottleneck) Of(string measured, string edges)
    {
        var network = SmallNetwork.Parse(measured, edges);
        var all = new MeasuredNetwork([.. network.Own.Select((_, i) => $"s{i}")], [], network.Hard).Known(network.Own);
        return (all.Services[0], all.Network.Contributions(0, all.Own).FirstOrDefault(c => c.Service != 0 && c.Share > 0)?.Service);
    }
}
