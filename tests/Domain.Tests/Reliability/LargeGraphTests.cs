using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Reliability;
using SloFunctions.Testing.Graphs;

namespace SloFunctions.Domain.Tests.Reliability;

public sealed class LargeGraphTests
{
    [Theory]
    [InlineData(1, 0.1, 1.0)]
    [InlineData(2, 0.1, 0.6)]
    [InlineData(3, 0.3, 1.0)]
    public void All_but_a_few_services_of_a_large_graph_are_solved_exactly(ulong seed, double redundant, double hard)
    {
        var graph = GeneratedGraph.Of(new GraphShape(Redundant: redundant, Hard: hard, Seed: seed)).ToServiceGraph();
        double[] own = Own(graph.Services.Count, seed, 0.01);

        var composites = ReliabilityNetwork.Of(graph).SolveAll(own);

        composites.Count(c => c.IsExact).ShouldBeGreaterThanOrEqualTo(4_750);
        composites.Zip(own).ShouldAllBe(c => c.First.Availability <= c.Second);
    }

    [Fact]
    public void Composites_of_a_graph_agree_with_drawing_it_as_a_whole()
    {
        var graph = GeneratedGraph.Of(new GraphShape(Services: 300, Edges: 1_500, Redundant: 0.5, Cycles: 0, Seed: 4)).ToServiceGraph();
        double[] own = Own(300, 4, 0.2);
        var needs = graph.Dependencies.ToLookup(d => d.Source);
        int[] order = [.. ReliabilityNetwork.Of(graph).Components.Members.Select(m => m.Single())];

        var composites = ReliabilityNetwork.Of(graph).SolveAll(own);

        const int Draws = 20_000;
        int[] works = new int[300];
        var random = new SeededRandom(5);
        for (int draw = 0; draw < Draws; draw++)
        {
            bool[] up = new bool[300];
            foreach (int s in order)
            {
                up[s] = random.Unit() < own[s] && needs[s].GroupBy(d => d.RedundancyGroup ?? $"{d.Target}").All(any => any.Any(d => up[d.Target]));
                if (up[s]) works[s]++;
            }
        }

        for (int s = 0; s < 300; s++)
        {
            double p = composites[s].Availability;
            ((double)works[s] / Draws).ShouldBe(p, 1e-9 + (5 * Math.Sqrt(p * (1 - p) / Draws)));
        }
    }

    [Fact]
    public void The_same_shape_gives_the_same_graph_of_as_many_services_and_dependencies()
    {
        var (first, second) = (GeneratedGraph.Of(new GraphShape()), GeneratedGraph.Of(new GraphShape()));

        (first.Services.Count, first.Edges.Count).ShouldBe((5_000, 50_000));
        first.Edges.ShouldBe(second.Edges);
        first.Edges.Select(e => (e.Source, e.Target)).Distinct().Count().ShouldBe(50_000);
        first.Edges.Count(e => e.Group is not null).ShouldBeInRange(4_500, 5_600);
        first.Edges.GroupBy(e => e.Target).Max(calls => calls.Count()).ShouldBeGreaterThan(1_500);
        first.Edges.ShouldAllBe(e => e.Source != e.Target);
        GeneratedGraph.Of(new GraphShape(Seed: 2)).Edges.ShouldNotBe(first.Edges);
    }

    private static double[] Own(int count, ulong seed, double unavailability)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 1 - (unavailability * random.Unit()))];
    }
}
