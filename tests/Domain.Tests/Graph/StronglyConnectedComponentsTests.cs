using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Graph;

public sealed class StronglyConnectedComponentsTests
{
    [Fact]
    public void A_graph_without_vertices_has_no_components()
    {
        StronglyConnectedComponents.Of([]).Members.ShouldBeEmpty();
    }

    [Fact]
    public void Two_cycles_joined_one_way_stay_apart()
    {
        var found = StronglyConnectedComponents.Of([[1], [0, 2], [3], [2]]);

        found.Members.Select(m => string.Join(',', m.Order())).ShouldBe(["2,3", "0,1"]);
        found.ComponentOf.ShouldBe([1, 1, 0, 0]);
    }

    [Fact]
    public void Components_are_the_classes_of_mutual_reachability_dependencies_first() => Property.Holds(3000, random =>
    {
        int[][] graph = Graph(random);
        var found = StronglyConnectedComponents.Of(graph);
        bool[][] reaches = Reachability(graph);

        for (int v = 0; v < graph.Length; v++)
        {
            for (int w = 0; w < graph.Length; w++)
            {
                (found.ComponentOf[v] == found.ComponentOf[w]).ShouldBe(v == w || (reaches[v][w] && reaches[w][v]));
                if (reaches[v][w]) found.ComponentOf[w].ShouldBeLessThanOrEqualTo(found.ComponentOf[v]);
            }
        }

        found.Members.SelectMany(m => m).Order().ShouldBe(Enumerable.Range(0, graph.Length));
        found.Members.SelectMany((members, c) => members.Select(v => found.ComponentOf[v] == c)).ShouldAllBe(isTold => isTold);
    });

    [Fact]
    public void A_chain_of_200000_vertices_does_not_exhaust_the_stack()
    {
        const int Length = 200_000;
        int[][] chain = [.. Enumerable.Range(0, Length).Select(v => v + 1 < Length ? new[] { v + 1 } : [])];

        var found = StronglyConnectedComponents.Of(chain);

        found.Members.Count.ShouldBe(Length);
        found.ComponentOf[0].ShouldBe(Length - 1);
    }

    [Fact]
    public void A_ring_of_200000_vertices_is_one_component()
    {
        const int Length = 200_000;
        int[][] ring = [.. Enumerable.Range(0, Length).Select(v => new[] { (v + 1) % Length })];

        StronglyConnectedComponents.Of(ring).Members.ShouldHaveSingleItem().Length.ShouldBe(Length);
    }

    // Self edges and edges given twice are among them.
    private static int[][] Graph(SeededRandom random)
    {
        int vertices = random.Between(1, 12);
        double density = random.Unit();
        return [.. Enumerable.Range(0, vertices).Select(_ =>
            Enumerable.Range(0, random.Below(4)).Where(_ => random.Chance(density)).Select(_ => random.Below(vertices)).ToArray())];
    }

    private static bool[][] Reachability(int[][] graph)
    {
        bool[][] reaches = [.. graph.Select(next => Enumerable.Range(0, graph.Length).Select(w => next.Contains(w)).ToArray())];
        for (int k = 0; k < graph.Length; k++)
        {
            for (int i = 0; i < graph.Length; i++)
            {
                for (int j = 0; j < graph.Length; j++) reaches[i][j] |= reaches[i][k] && reaches[k][j];
            }
        }

        return reaches;
    }
}
