namespace SloFunctions.Domain.Reliability;

/// <summary>
/// Reduced ordered binary decision diagrams (R. Bryant 1986, "Graph-based algorithms for Boolean function manipulation") of
/// functions that only grow with their variables. Nodes are numbers; 0 is never and 1 is always.
/// </summary>
/// <param name="budget">The most nodes; beyond, operations give <see cref="OverBudget"/>.</param>
internal sealed class BinaryDecisionDiagram(int budget)
{
    public const int Never = 0;
    public const int Always = 1;

    /// <summary>What stands for a function that did not fit.</summary>
    public const int OverBudget = -1;

    private readonly List<(int Variable, int Down, int Up)> nodes = [(int.MaxValue, Never, Never), (int.MaxValue, Always, Always)];
    private readonly Dictionary<(int Variable, int Down, int Up), int> known = [];
    private readonly Dictionary<(bool IsAnd, int Left, int Right), int> results = [];

    /// <summary>True while the variable is; variables are ordered by their numbers.</summary>
    public int Variable(int variable) => Node(variable, Never, Always);

    public int And(int left, int right) => Combine(isAnd: true, left, right);

    public int Or(int left, int right) => Combine(isAnd: false, left, right);

    /// <summary>The probability of a function whose variables are independently true.</summary>
    /// <param name="function">A node.</param>
    /// <param name="probability">The probability of each variable.</param>
    public double Probability(int function, Func<int, double> probability)
    {
        // A node is made after those it points to, so that one pass in their order meets them all.
        double[] of = new double[nodes.Count];
        of[Always] = 1;
        for (int i = 2; i <= function; i++)
        {
            double p = probability(nodes[i].Variable);
            of[i] = (p * of[nodes[i].Up]) + ((1 - p) * of[nodes[i].Down]);
        }

        return of[function];
    }

    private int Combine(bool isAnd, int left, int right)
    {
        if (left == OverBudget || right == OverBudget) return OverBudget;
        var (neutral, absorbing) = isAnd ? (Always, Never) : (Never, Always);
        if (left == absorbing || right == absorbing) return absorbing;
        if (left == neutral || left == right) return right;
        if (right == neutral) return left;

        var key = (isAnd, Math.Min(left, right), Math.Max(left, right));
        if (results.TryGetValue(key, out int done)) return done;
        int variable = Math.Min(nodes[left].Variable, nodes[right].Variable);
        int down = Combine(isAnd, Branch(left, variable, up: false), Branch(right, variable, up: false));
        int up = Combine(isAnd, Branch(left, variable, up: true), Branch(right, variable, up: true));
        return down == OverBudget || up == OverBudget ? OverBudget : results[key] = Node(variable, down, up);
    }

    private int Branch(int node, int variable, bool up) =>
        nodes[node].Variable != variable ? node : up ? nodes[node].Up : nodes[node].Down;

    private int Node(int variable, int down, int up)
    {
        if (down == up) return down;
        if (known.TryGetValue((variable, down, up), out int node)) return node;
        if (nodes.Count >= budget) return OverBudget;
        nodes.Add((variable, down, up));
        return known[(variable, down, up)] = nodes.Count - 1;
    }
}
