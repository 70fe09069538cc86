using System.Text.Json;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reliability;
using SloFunctions.Testing;

namespace SloFunctions.Domain.Tests.Reliability;

public sealed class NetworkSolverTests
{
    public static TheoryData<int> Acyclic() => [.. Enumerable.Range(0, Cases("acyclic").Length)];

    public static TheoryData<int> Cyclic() => [.. Enumerable.Range(0, Cases("cyclic").Length)];

    [Theory]
    [MemberData(nameof(Acyclic))]
    public void A_graph_with_alternatives_is_as_available_as_enumeration_says(int number)
    {
        var item = Cases("acyclic")[number];

        Solve(item, CycleRule.WeakestMember).ShouldBe(item.GetProperty("expected").GetDouble(), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Cyclic))]
    public void A_cycle_is_as_available_as_its_weakest_member_or_as_all_of_them(int number)
    {
        var item = Cases("cyclic")[number];

        Solve(item, CycleRule.WeakestMember).ShouldBe(item.GetProperty("expected_weakest_link").GetDouble(), 1e-12);
        Solve(item, CycleRule.AllUp).ShouldBe(item.GetProperty("all_up_product").GetDouble(), 1e-12);
    }

    [Theory]
    [InlineData("a:1 b:1 c:1 d:0.9", "a>b a>c b>d c>d", 0.9)]
    [InlineData("a:0.999 b:0.99 c:0.99 d:0.9", "a>b|c b>d c>d", 0.89901009)]
    [InlineData("t:1 a:0.9 b:0.9 c:0.9", "t>a|b t>b|c t>a|c", 0.972)]
    [InlineData("a:0.9999 b:0.999 c:0.9995 d:0.998", "a>b a>c a>d", 0.9964038486501)]
    [InlineData("t:1 db:0.9999 queue:0.999", "t>db|queue", 0.9999999)]
    [InlineData("t:1 a:0.5 b:1", "t>a|b", 1)]
    [InlineData("t:1 a:0 b:0", "t>a|b", 0)]
    public void Known_values_are_met(string services, string edges, double expected) =>
        new NetworkSolver(Networks.Parse(services, edges), CycleRule.WeakestMember)
            .Solve(ServiceId.Of(services[..1])).ShouldNotBeNull().Availability.ShouldBe(expected, 1e-12);

    [Fact]
    public void What_is_needed_on_every_path_is_a_single_point_of_failure()
    {
        var network = Networks.Parse("a:0.999 b:0.99 c:0.99 d:0.9 e:0.9", "a>b|c b>d c>d a>d|e");

        var single = new NetworkSolver(network, CycleRule.WeakestMember).Solve(ServiceId.Of("a")).ShouldNotBeNull().SinglePointsOfFailure;

        single.Select(s => s.Value).ShouldBe(["a", "d"]);
    }

    [Fact]
    public void Random_networks_match_enumeration()
    {
        var random = new Random(20_260_101);
        for (int i = 0; i < 400; i++)
        {
            var network = Networks.Random(random, services: 2 + random.Next(11));
            var solver = new NetworkSolver(network, CycleRule.WeakestMember);
            foreach (var target in network.Availability.Keys)
                solver.Solve(target).ShouldNotBeNull().Availability.ShouldBe(Networks.Enumerate(network, target), 1e-12);
        }
    }

    [Fact]
    public void One_more_alternative_never_lowers_the_availability_and_a_repeated_edge_changes_nothing()
    {
        var random = new Random(7);
        for (int i = 0; i < 300; i++)
        {
            var network = Networks.Random(random, services: 8);
            var target = network.Availability.Keys.Last();
            double before = Of(network, target);

            Of(network with { Hard = [.. network.Hard, .. network.Hard] }, target).ShouldBe(before, 1e-15);
            var spare = ServiceId.Of("spare");
            var wider = network with
            {
                Availability = new Dictionary<ServiceId, double>(network.Availability) { [spare] = 0.7 },
                Groups = [.. network.Groups.Select(g => g with { AnyOf = [.. g.AnyOf, spare] })],
            };
            Of(wider, target).ShouldBeGreaterThanOrEqualTo(before - 1e-15);
        }
    }

    [Fact]
    public void A_chain_of_twenty_thousand_services_is_solved()
    {
        var services = Enumerable.Range(0, 20_000).Select(i => ServiceId.Of($"s{i}")).ToArray();
        var network = new DependencyNetwork(
            services.ToDictionary(s => s, _ => 0.99999), [.. services.Zip(services.Skip(1))], []);

        Of(network, services[0]).ShouldBe(Math.Pow(0.99999, 20_000), 1e-9);
    }

    [Fact]
    public void Availabilities_and_ends_that_make_no_sense_are_refused()
    {
        Should.Throw<ArgumentException>(() => new NetworkSolver(Networks.Parse("a:1.1", ""), CycleRule.AllUp));
        Should.Throw<ArgumentException>(() => new NetworkSolver(Networks.Parse("a:NaN", ""), CycleRule.AllUp));
        Should.Throw<ArgumentException>(() => new NetworkSolver(Networks.Parse("a:1", "a>b"), CycleRule.AllUp));
        Should.Throw<ArgumentException>(() => new NetworkSolver(Networks.Parse("a:1", ""), CycleRule.AllUp).Solve(ServiceId.Of("b")));
    }

    private static double Of(DependencyNetwork network, ServiceId target) =>
        new NetworkSolver(network, CycleRule.WeakestMember).Solve(target).ShouldNotBeNull().Availability;

    private static double Solve(JsonElement item, CycleRule rule)
    {
        var groups = item.TryGetProperty("redundancy_groups", out var any) ? any.EnumerateArray().ToArray() : [];
        var network = new DependencyNetwork(
            item.GetProperty("nodes").EnumerateArray().ToDictionary(n => Id(n.GetProperty("id")), n => n.GetProperty("availability").GetDouble()),
            [.. item.GetProperty("hard").EnumerateArray().Select(e => (Id(e[0]), Id(e[1])))],
            [.. groups.Select(g => new RedundancyGroup(Id(g.GetProperty("source")), [.. g.GetProperty("any_of").EnumerateArray().Select(Id)]))]);
        return new NetworkSolver(network, rule).Solve(Id(item.GetProperty("target"))).ShouldNotBeNull().Availability;
    }

    private static ServiceId Id(JsonElement text) => ServiceId.Of(text.GetString()!);

    private static JsonElement[] Cases(string kind)
    {
        string text = File.ReadAllText(RepositoryRoot.Combine("tests", "Domain.Tests", "Oracles", "availability.json"));
        return [.. JsonSerializer.Deserialize<JsonElement>(text).GetProperty(kind).EnumerateArray()];
    }
}
