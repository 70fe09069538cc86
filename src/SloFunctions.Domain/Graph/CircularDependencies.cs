namespace SloFunctions.Domain.Graph;

/// <summary>Finds the services that wait for each other in a circle.</summary>
public static class CircularDependencies
{
    /// <summary>
    /// Every strongly connected component of two services or more, by their first member. Asynchronous dependencies are
    /// left out: they are how a circle is broken.
    /// </summary>
    public static IReadOnlyList<CircularDependency> In(ServiceGraph graph)
    {
        var successors = Successors(graph);
        var components = StronglyConnectedComponents.Of(successors);
        return
        [
            .. components.Members
                .Where(members => members.Length > 1)
                .Select(members => members.OrderBy(v => Name(graph, v), StringComparer.Ordinal).ToArray())
                .OrderBy(members => Name(graph, members[0]), StringComparer.Ordinal)
                .Select(members => new CircularDependency(
                    [.. members.Select(v => graph.Services[v].Id)],
                    [.. WayRound(members[0], successors, components).Select(v => graph.Services[v].Id)])),
        ];
    }

    private static string Name(ServiceGraph graph, int service) => graph.Services[service].Id.Value;

    private static int[][] Successors(ServiceGraph graph)
    {
        var successors = new List<int>[graph.Services.Count];
        foreach (var d in graph.Dependencies.Where(d => d.Mode == CommunicationMode.Sync)) (successors[d.Source] ??= []).Add(d.Target);
        return [.. successors.Select(s => s?.Order().ToArray() ?? [])];
    }

    // Breadth first, so that the first way back is a shortest one.
    private static List<int> WayRound(int start, int[][] successors, StronglyConnectedComponents components)
    {
        var cameFrom = new Dictionary<int, int>();
        var next = new Queue<int>([start]);
        while (true)
        {
            int v = next.Dequeue();
            foreach (int w in successors[v])
            {
                if (w == start) return Back(start, v, cameFrom);
                if (components.ComponentOf[w] == components.ComponentOf[start] && cameFrom.TryAdd(w, v)) next.Enqueue(w);
            }
        }
    }

    private static List<int> Back(int start, int last, Dictionary<int, int> cameFrom)
    {
        var path = new List<int> { start };
        for (int v = last; v != start; v = cameFrom[v]) path.Add(v);
        path.Add(start);
        path.Reverse();
        return path;
    }
}
