namespace SloFunctions.Domain.Reliability;

/// <summary>
/// Reduced ordered binary decision diagrams (R. Bryant 1986, "Graph-based algorithms for Boolean function manipulation") of
/// functions that only grow with their variables. Nodes are numbers; 0 is never and 1 is always. Without recursion, so that
/// many variables cannot exhaust the stack.
/// </summary>
/// <param name="budget">The most nodes; beyond, operations give <see cref="OverBudget"/>.</param>
internal sealed class BinaryDecisionDiagram(int budget)
{
    public const int Never = 0;
    public const int Always = 1;

    /// <summary>What stands for a function that did not fit.</summary>
    public const int OverBudget = -1;

    private const int Unknown = -2;

    private readonly DiagramNodes nodes = new();
    private readonly DiagramCache cache = new();
    private readonly Stack<Step> steps = new();
    private long work;

    /// <summary>How many nodes there are.</summary>
    public int Count => nodes.Count;

    /// <summary>True while the variable is; variables are ordered by their numbers.</summary>
    public int Variable(int variable) => nodes.Of(variable, Never, Always);

    public int And(int left, int right) => Combine(isAnd: true, left, right);

    public int Or(int left, int right) => Combine(isAnd: false, left, right);

    /// <summary>Forgets everything, keeping the memory.</summary>
    public void Clear()
    {
        nodes.Clear();
        cache.Clear(nodes.Capacity);
        work = 0;
    }

    /// <summary>The probability of a function whose variables are independently true.</summary>
    /// <param name="function">A node.</param>
    /// <param name="probability">The probability of each variable.</param>
    /// <param name="slope">Takes for each variable the difference that its truth makes to that probability; null when not asked for.</param>
    public double Probability(int function, IReadOnlyList<double> probability, double[]? slope = null)
    {
        // A node is made after those it points to, so that one pass in their order meets them all.
        double[] of = new double[Math.Max(2, function + 1)];
        of[Always] = 1;
        for (int i = 2; i <= function; i++)
        {
            double p = probability[nodes.VariableOf(i)];
            of[i] = (p * of[nodes.Up(i)]) + ((1 - p) * of[nodes.Down(i)]);
        }

        if (slope is not null) Slopes(function, of, probability, slope);
        return of[function];
    }

    private void Slopes(int function, double[] of, IReadOnlyList<double> probability, double[] slope)
    {
        double[] reached = new double[of.Length];
        reached[function] = 1;
        for (int i = function; i >= 2; i--)
        {
            if (reached[i] == 0) continue;
            int variable = nodes.VariableOf(i);
            slope[variable] += reached[i] * (of[nodes.Up(i)] - of[nodes.Down(i)]);
            reached[nodes.Up(i)] += reached[i] * probability[variable];
            reached[nodes.Down(i)] += reached[i] * (1 - probability[variable]);
        }
    }

    private int Combine(bool isAnd, int left, int right)
    {
        if (left == OverBudget || right == OverBudget) return OverBudget;
        int result = Known(isAnd, left, right);
        if (result != Unknown) return result;
        steps.Clear();
        steps.Push(new Step(left, right, Unknown));
        while (steps.TryPop(out var step))
        {
            // A step is taken up again with the result of what it asked for: first of its lower branch, then of its upper.
            int variable = Math.Min(nodes.VariableOf(step.Left), nodes.VariableOf(step.Right));
            int down = step.Down;
            if (down == Unknown)
            {
                var (l, r) = (Branch(step.Left, variable, up: false), Branch(step.Right, variable, up: false));
                down = Known(isAnd, l, r);
                if (down == Unknown)
                {
                    steps.Push(step);
                    steps.Push(new Step(l, r, Unknown));
                    continue;
                }
            }

            var (leftUp, rightUp) = (Branch(step.Left, variable, up: true), Branch(step.Right, variable, up: true));
            int up = Known(isAnd, leftUp, rightUp);
            if (up == Unknown)
            {
                steps.Push(step with { Down = down });
                steps.Push(new Step(leftUp, rightUp, Unknown));
                continue;
            }

            if (nodes.Count >= budget || ++work > 20L * budget) return OverBudget;
            result = nodes.Of(variable, down, up);
            cache.Put(isAnd, step.Left, step.Right, result, nodes.Capacity);
        }

        return result;
    }

    private int Known(bool isAnd, int left, int right)
    {
        var (neutral, absorbing) = isAnd ? (Always, Never) : (Never, Always);
        if (left == absorbing || right == absorbing) return absorbing;
        if (left == neutral || left == right) return right;
        if (right == neutral) return left;
        return cache.Get(isAnd, left, right) ?? Unknown;
    }

    private int Branch(int node, int variable, bool up) =>
        nodes.VariableOf(node) != variable ? node : up ? nodes.Up(node) : nodes.Down(node);

    private readonly record struct Step(int Left, int Right, int Down);
}
