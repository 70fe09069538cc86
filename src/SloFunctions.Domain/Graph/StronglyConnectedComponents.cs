namespace SloFunctions.Domain.Graph;

/// <summary>
/// The strongly connected components of a directed graph by Tarjan's algorithm (R. Tarjan 1972, "Depth-first search and
/// linear graph algorithms"), O(V + E), without recursion so that long chains cannot exhaust the stack.
/// </summary>
public sealed class StronglyConnectedComponents
{
    private StronglyConnectedComponents(int[] componentOf, IReadOnlyList<int[]> members)
    {
        ComponentOf = componentOf;
        Members = members;
    }

    /// <summary>The component of each vertex.</summary>
    public IReadOnlyList<int> ComponentOf { get; }

    /// <summary>
    /// The vertices of each component. Components come in reverse topological order: whatever a component points to has a
    /// smaller number.
    /// </summary>
    public IReadOnlyList<int[]> Members { get; }

    /// <summary>Finds the components.</summary>
    /// <param name="successors">For each vertex the vertices it points to, numbered from 0.</param>
    public static StronglyConnectedComponents Of(IReadOnlyList<int[]> successors)
    {
        var search = new Search(successors as int[][] ?? [.. successors]);
        for (int v = 0; v < successors.Count; v++) search.From(v);
        return new StronglyConnectedComponents(search.ComponentOf, search.Members);
    }

    private sealed class Search(int[][] successors)
    {
        // A vertex whose component is known must not pull anything else down: it counts as visited last.
        private const int Closed = int.MaxValue;

        private readonly int[] order = new int[successors.Length];
        private readonly int[] low = new int[successors.Length];
        private readonly int[] next = new int[successors.Length];
        private readonly int[] path = new int[successors.Length];
        private readonly int[] open = new int[successors.Length];
        private int depth;
        private int opened;
        private int visited;

        public int[] ComponentOf { get; } = new int[successors.Length];

        public List<int[]> Members { get; } = new(successors.Length);

        public void From(int root)
        {
            if (order[root] != 0) return;
            Enter(root);
            while (depth > 0)
            {
                int v = path[depth - 1];
                if (Unvisited(v) is >= 0 and var w) Enter(w);
                else Leave(v);
            }
        }

        private void Enter(int v)
        {
            order[v] = low[v] = ++visited;
            open[opened++] = v;
            path[depth++] = v;
        }

        // The next successor to enter; -1 when all were seen.
        private int Unvisited(int v)
        {
            var targets = successors[v].AsSpan(next[v]);
            int[] orders = order;
            int lowest = low[v], seen = 0;
            foreach (int w in targets)
            {
                seen++;
                int met = orders[w];
                if (met == 0)
                {
                    low[v] = lowest;
                    next[v] += seen;
                    return w;
                }

                lowest = Math.Min(lowest, met);
            }

            low[v] = lowest;
            next[v] += seen;
            return -1;
        }

        private void Leave(int v)
        {
            depth--;
            int lowest = low[v];
            if (lowest == order[v]) Close(v);
            if (depth > 0 && lowest < low[path[depth - 1]]) low[path[depth - 1]] = lowest;
        }

        private void Close(int root)
        {
            int component = Members.Count, size = 0;
            int v;
            do
            {
                v = open[--opened];
                ComponentOf[v] = component;
                order[v] = Closed;
                size++;
            }
            while (v != root);
            Members.Add(open.AsSpan(opened, size).ToArray());
        }
    }
}
