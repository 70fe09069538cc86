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
        var search = new Search(successors);
        for (int v = 0; v < successors.Count; v++) search.From(v);
        return new StronglyConnectedComponents(search.ComponentOf, search.Members);
    }

    private sealed class Search(IReadOnlyList<int[]> successors)
    {
        private readonly int[] order = new int[successors.Count];
        private readonly int[] low = new int[successors.Count];
        private readonly Stack<int> open = new();
        private readonly Stack<(int Vertex, int Next)> path = new();
        private int visited;

        public int[] ComponentOf { get; } = [.. Enumerable.Repeat(-1, successors.Count)];

        public List<int[]> Members { get; } = [];

        public void From(int root)
        {
            if (order[root] != 0) return;
            Enter(root);
            while (path.TryPop(out var frame))
            {
                if (frame.Next < successors[frame.Vertex].Length) Step(frame.Vertex, frame.Next);
                else Leave(frame.Vertex);
            }
        }

        private void Enter(int v)
        {
            order[v] = low[v] = ++visited;
            open.Push(v);
            path.Push((v, 0));
        }

        private void Step(int v, int next)
        {
            path.Push((v, next + 1));
            int w = successors[v][next];
            if (order[w] == 0) Enter(w);
            else if (ComponentOf[w] < 0) low[v] = Math.Min(low[v], order[w]);
        }

        private void Leave(int v)
        {
            if (low[v] == order[v]) Close(v);
            if (path.TryPeek(out var parent)) low[parent.Vertex] = Math.Min(low[parent.Vertex], low[v]);
        }

        private void Close(int root)
        {
            var members = new List<int>();
            int v;
            do
            {
                v = open.Pop();
                ComponentOf[v] = Members.Count;
                members.Add(v);
            }
            while (v != root);
            Members.Add([.. members]);
        }
    }
}
