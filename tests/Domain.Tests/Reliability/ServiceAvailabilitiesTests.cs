using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Reliability;

public sealed class ServiceAvailabilitiesTests
{
    private const double Rounding = 1e-12;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeWindow Window = new(Start, Start.AddDays(30));

    [Fact]
    public void What_is_known_of_a_service_is_telemetry_else_the_promise_of_its_provider_else_its_own_target()
    {
        GraphService External(string id, double? sla) => new(ServiceId.Of(id), ServiceType.External, sla);
        var graph = new ServiceGraph(
            [External("observed", 99.99), External("promised", 99.99), External("cheap", 0.05), External("silent", null), Service("internal", 99.9), Service("targeted")],
            []);

        var services = new ServiceAvailabilities(graph, [0.995, null, null, null, null, null], [0.9, 0.9, 0.9, null, null, 0.98], Window).Services;

        services.Select(s => s.Basis).ShouldBe(
        [
            AvailabilityBasis.Observed, AvailabilityBasis.PublishedSla, AvailabilityBasis.PublishedSla,
            AvailabilityBasis.AssumedPerfect, AvailabilityBasis.AssumedPerfect, AvailabilityBasis.SloTarget,
        ]);
        services.Select(s => s.Achieved ?? -1).ToArray().ShouldBe([0.995, 0.9989, 0, -1, -1, 0.98], Rounding);
        services.Select(s => s.Bound.Availability).ToArray().ShouldBe([0.995, 0.9989, 0, 1, 1, 0.98], Rounding);
    }

    [Fact]
    public void What_is_observed_is_told_apart_into_own_failures_and_those_of_dependencies() => Property.Holds(500, random =>
    {
        var network = SmallNetwork.Random(random, random.Between(1, 9));
        double[] achieved = [.. network.Enumerate().Select(a => Math.Min(1, a))];

        var all = Of(network, achieved);

        all.Services.Select(s => s.Bound.Availability).ToArray().ShouldBe(achieved, Rounding);
        all.Services.ShouldAllBe(s => !s.IsMasked);
        for (int s = 0; s < network.Services; s++)
        {
            if (all.Services[s].DependencyCeiling.Availability > 1e-6) all.Own[s].ShouldBe(network.Own[s], 1e-9);
        }
    });

    [Fact]
    public void Own_availabilities_and_network_give_the_bounds_again() => Property.Holds(200, random =>
    {
        var network = SmallNetwork.Random(random, random.Between(1, 12), cyclic: true);

        var all = Of(network, network.Own);

        all.Network.SolveAll(all.Own).Select(c => c.Availability).ToArray().ShouldBe([.. all.Services.Select(s => s.Bound.Availability)], Rounding);
        all.Services.ShouldAllBe(s => s.IsMasked == (s.Achieved > s.DependencyCeiling.Availability + Rounding));
    });

    [Fact]
    public void Doing_better_than_the_dependencies_allow_is_told_apart_with_the_share_that_comes_through()
    {
        var service = Of(SmallNetwork.Parse("a:0.9995 b:0.998 c:0.9", "a>b"), [0.9995, 0.998, 0.9]).Services[0];

        service.IsMasked.ShouldBeTrue();
        service.MaskingFactor!.Value.ShouldBe(0.25, Rounding);
        service.SelfAvailability.ShouldBe(1);
        service.Bound.Availability.ShouldBe(0.998, Rounding);
    }

    [Fact]
    public void An_alternative_that_was_needed_before_its_caller_joined_a_cycle_does_not_hold_up_the_cycle()
    {
        GraphDependency Edge(int source, int target, string? group = null, bool isNew = false) =>
            new(source, target, CommunicationMode.Sync, DependencyCriticality.Hard, group, isNew ? Window.Start.AddDays(1) : null);
        var graph = new ServiceGraph(
            [Service("a"), Service("b"), Service("x"), Service("y"), Service("z")],
            [Edge(0, 1, "any", isNew: true), Edge(0, 2, "any"), Edge(1, 0), Edge(2, 3), Edge(3, 4)]);

        var services = new ServiceAvailabilities(graph, [0.99, 0.98, 0.97, 0.975, 0.98], new double?[5], Window).Services;

        services.Select(s => Math.Round(s.Bound.Availability, 9)).ShouldBe([0.98, 0.98, 0.97, 0.975, 0.98]);
    }

    [Fact]
    public void Soft_degraded_and_asynchronous_dependencies_cost_nothing()
    {
        GraphDependency Edge(int target, CommunicationMode mode, DependencyCriticality criticality, string? group = null) => new(0, target, mode, criticality, group, null);
        var graph = new ServiceGraph(
            [Service("a"), Service("b"), Service("c"), Service("d"), Service("e")],
            [
                Edge(1, CommunicationMode.Sync, DependencyCriticality.Soft), Edge(2, CommunicationMode.Sync, DependencyCriticality.Degraded),
                Edge(3, CommunicationMode.Async, DependencyCriticality.Hard), Edge(4, CommunicationMode.Async, DependencyCriticality.Hard, "any"),
            ]);

        var service = new ServiceAvailabilities(graph, [null, 0.5, 0.5, 0.5, 0.5], new double?[5], Window).Services[0];

        service.Bound.ShouldBe(Composite.Exactly(1));
        service.Dependencies.ShouldBe(0);
        service.CommittedBound.ShouldBe(1);
    }

    [Fact]
    public void The_committed_bound_multiplies_what_direct_dependencies_promise()
    {
        var network = SmallNetwork.Parse("a:0 b:0 c:0 d:0 e:0 f:0", "a>b a>c|d a>e b>f");

        var all = new ServiceAvailabilities(Graph(network), [0.95, 0.99, 0.98, 0.97, null, 0.995], [0.9, 0.985, 0.96, 0.94, null, null], Window);

        double self = 0.95 / (0.99 * (1 - (0.02 * 0.03)));
        all.Services[0].SelfAvailability.ShouldBe(self, Rounding);
        all.Services[0].CommittedBound.ShouldBe(self * 0.985 * (1 - (0.04 * 0.06)), Rounding);
        all.Services[1].CommittedBound.ShouldBe(0.99, Rounding);
    }

    [Fact]
    public void A_dependency_added_within_the_window_only_explains_its_share_of_what_was_achieved()
    {
        var graph = new ServiceGraph([Service("a"), Service("old"), Service("new")], [Hard(0, 1), Hard(0, 2, Start.AddDays(20))]);
        double achieved = 0.999 * 0.99 * ((2.0 / 3) + (0.95 / 3));

        var service = new ServiceAvailabilities(graph, [achieved, 0.99, 0.95], new double?[3], Window).Services[0];

        service.SelfAvailability.ShouldBe(0.999, Rounding);
        service.DependencyCeiling.Availability.ShouldBe(0.99 * 0.95, Rounding);
        service.Bound.Availability.ShouldBe(0.999 * 0.99 * 0.95, Rounding);
        service.IsMasked.ShouldBeFalse();
        service.Dependencies.ShouldBe(2);
    }

    [Fact]
    public void Several_new_dependencies_count_from_when_each_was_added()
    {
        var graph = new ServiceGraph(
            [Service("a"), Service("b"), Service("c"), Service("d"), Service("e")],
            [
                Hard(0, 1, Start.AddDays(15)), Hard(0, 2, Start.AddDays(-3)), Hard(0, 3, Start.AddDays(24), "any"),
                Hard(0, 4, Start.AddDays(40), "any"),
            ]);
        double atFirst = 0.98, later = 0.98 * 0.99, lately = later * 0.9;
        double achieved = 0.99 * ((atFirst * 15) + (later * 9) + (lately * 6)) / 30;

        var all = new ServiceAvailabilities(graph, [achieved, 0.99, 0.98, 0.9, 0.8], new double?[5], Window);

        all.Services[0].SelfAvailability.ShouldBe(0.99, Rounding);
        all.Services[0].Bound.Availability.ShouldBe(0.99 * later * (1 - (0.1 * 0.2)), Rounding);
        all.Own.Count.ShouldBe(5);
        all.Network.Services.ShouldBe(5);
    }

    [Fact]
    public void Services_in_a_cycle_share_what_they_need_beyond_it()
    {
        var graph = new ServiceGraph(
            [Service("a"), Service("b"), Service("c"), Service("d")],
            [Hard(0, 1), Hard(1, 0), Hard(1, 2), Hard(0, 3, Start.AddDays(15))]);

        var all = new ServiceAvailabilities(graph, [0.9, 0.92, 0.99, 0.96], new double?[4], Window).Services;

        all[0].DependencyCeiling.Availability.ShouldBe(0.99 * 0.96, Rounding);
        all[0].SelfAvailability.ShouldBe(0.9 / (0.99 * 0.98), Rounding);
        all[1].SelfAvailability.ShouldBe(0.92 / (0.99 * 0.96), Rounding);
        all[1].Bound.Availability.ShouldBe(0.9 / (0.99 * 0.98) * 0.99 * 0.96, Rounding);
    }

    [Fact]
    public void Chains_of_more_than_ten_hops_are_told()
    {
        var chain = new SmallNetwork([.. Enumerable.Repeat(1.0, 12)], [.. Enumerable.Range(0, 11).Select(i => (i, i + 1))], []);

        var services = Of(chain, chain.Own).Services;

        services[0].LongestChain.ShouldBe(11);
        services.Select(s => s.HasLongChain).ShouldBe([true, .. Enumerable.Repeat(false, 11)]);
    }

    [Fact]
    public void A_chain_of_100000_services_is_within_reach()
    {
        const int Length = 100_000;
        var graph = new ServiceGraph(
            [.. Enumerable.Range(0, Length).Select(i => Service($"s{i}"))], [.. Enumerable.Range(1, Length - 1).Select(i => Hard(i - 1, i))]);
        double?[] observed = [.. Enumerable.Range(0, Length).Select(i => (double?)Math.Pow(0.999999, Length - i))];

        var all = new ServiceAvailabilities(graph, observed, new double?[Length], Window);

        all.Services[0].Bound.Availability.ShouldBe(observed[0]!.Value, 1e-9);
        all.Own[Length / 2].ShouldBe(0.999999, 1e-9);
        all.Services[0].Dependencies.ShouldBe(Length - 1);
    }

    [Fact]
    public void Lists_that_do_not_match_the_graph_and_numbers_that_are_no_ratios_are_refused()
    {
        var graph = new ServiceGraph([Service("a")], []);

        Should.Throw<ArgumentException>(() => new ServiceAvailabilities(graph, [], [null], Window));
        Should.Throw<ArgumentException>(() => new ServiceAvailabilities(graph, [null], [], Window));
        Should.Throw<ArgumentException>(() => new ServiceAvailabilities(graph, [1.5], [null], Window));
        Should.Throw<ArgumentException>(() => new ServiceAvailabilities(graph, [null], [99.9], Window));
    }

    private static ServiceAvailabilities Of(SmallNetwork network, double[] achieved) =>
        new(Graph(network), [.. achieved.Select(a => (double?)a)], new double?[network.Services], Window);

    private static ServiceGraph Graph(SmallNetwork network) => new(
        [.. Enumerable.Range(0, network.Services).Select(i => Service($"s{i}"))],
        [
            .. network.Hard.Select(e => Hard(e.Caller, e.Callee)),
            .. network.Groups.SelectMany((g, i) => g.AnyOf.Select(member => Hard(g.Source, member, null, $"any-{i}"))),
        ]);

    private static GraphService Service(string id, double? sla = null) => new(ServiceId.Of(id), ServiceType.Internal, sla);

    private static GraphDependency Hard(int source, int target, DateTimeOffset? since = null, string? group = null) =>
        new(source, target, CommunicationMode.Sync, DependencyCriticality.Hard, group, since);
}
