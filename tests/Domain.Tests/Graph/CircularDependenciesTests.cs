using FsCheck;
using FsCheck.Fluent;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Tests.Graph;

public sealed class CircularDependenciesTests
{
    [Fact]
    public void A_cycle_has_the_path_that_leads_round_it()
    {
        var cycle = CircularDependencies.In(Graphs.Of("x-a", "a-b", "b-c", "c-a", "c-y")).ShouldHaveSingleItem();

        Text(cycle.Path).ShouldBe("a b c a");
        Text(cycle.Members).ShouldBe("a b c");
    }

    [Fact]
    public void Of_several_ways_round_a_shortest_one_is_told()
    {
        var cycle = CircularDependencies.In(Graphs.Of("a-b", "b-c", "c-d", "d-a", "c-a", "d-b")).ShouldHaveSingleItem();

        Text(cycle.Path).ShouldBe("a b c a");
        Text(cycle.Members).ShouldBe("a b c d");
    }

    [Fact]
    public void An_asynchronous_dependency_breaks_the_circle() => CircularDependencies.In(Graphs.Of("a-b", "b-c", "c~a")).ShouldBeEmpty();

    [Fact]
    public void Separate_cycles_are_told_apart_and_ordered() =>
        CircularDependencies.In(Graphs.Of("z-y", "y-z", "b-a", "a-b", "a-z")).Select(c => Text(c.Path)).ShouldBe(["a b a", "y z y"]);

    [Fact]
    public void A_ring_of_many_services_is_found_whole()
    {
        var graph = Graphs.Of([.. Enumerable.Range(0, 20_000).Select(i => $"s{i:D5}-s{(i + 1) % 20_000:D5}")]);

        CircularDependencies.In(graph).ShouldHaveSingleItem().Path.Count.ShouldBe(20_001);
    }

    [Fact]
    public void Every_path_exists_in_the_graph_and_stays_among_the_members()
    {
        var edges = Gen.Elements(Enumerable.Range(0, 8).ToArray()).Two().Where(e => e.Item1 != e.Item2).ListOf(14);
        Prop.ForAll(edges.ToArbitrary(), list =>
        {
            string[] names = [.. list.Select(e => $"n{e.Item1}-n{e.Item2}").Distinct()];
            foreach (var cycle in CircularDependencies.In(Graphs.Of(names)))
            {
                cycle.Path[0].ShouldBe(cycle.Path[^1]);
                cycle.Path.ShouldAllBe(s => cycle.Members.Contains(s));
                cycle.Path.Skip(1).Distinct().Count().ShouldBe(cycle.Path.Count - 1);
                cycle.Path.Zip(cycle.Path.Skip(1)).ShouldAllBe(e => names.Contains($"{e.First}-{e.Second}"));
            }
        }).QuickCheckThrowOnFailure();
    }

    private static string Text(IEnumerable<ServiceId> services) => string.Join(' ', services);
}
