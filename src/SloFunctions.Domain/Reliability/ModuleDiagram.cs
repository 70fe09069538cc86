namespace SloFunctions.Domain.Reliability;

/// <summary>Solves one module of a formula as a binary decision diagram over its literals and the modules in it.</summary>
/// <param name="budget">The most nodes of the diagram.</param>
internal sealed class ModuleDiagram(int budget)
{
    private readonly BinaryDecisionDiagram diagram = new(budget);
    private readonly Stack<(int Node, int Next)> path = new();
    private readonly Dictionary<int, int> functions = [];
    private readonly List<int> variables = [];
    private readonly List<double> probabilities = [];
    private readonly List<int> gates = [];

    /// <summary>How many nodes the last diagram had.</summary>
    public int Nodes => diagram.Count;

    /// <summary>The probability of a module; NaN when the diagram does not fit.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="module">The module's gate.</param>
    /// <param name="value">The probability of literals and modules below; NaN for other gates.</param>
    public double Probability(Formula formula, int module, double[] value) =>
        Build(formula, module, value) is >= 0 and var function ? diagram.Probability(function, probabilities) : double.NaN;

    /// <summary>Gives each literal and module below a module the difference that it makes to the formula.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="module">The module's gate.</param>
    /// <param name="value">The probability of literals and modules below; NaN for other gates.</param>
    /// <param name="slope">Holds the module's difference; takes those of what is below.</param>
    public void Spread(Formula formula, int module, double[] value, double[] slope)
    {
        double[] own = new double[value.Length];
        if (Build(formula, module, value) is not (>= 0 and var function)) return;
        diagram.Probability(function, probabilities, own);
        for (int i = 0; i < variables.Count; i++) slope[variables[i]] = slope[module] * own[i];
    }

    private int Build(Formula formula, int module, double[] value)
    {
        Order(formula, module, value);
        diagram.Clear();
        for (int i = 0; i < variables.Count; i++) functions[variables[i]] = diagram.Variable(i);
        foreach (int gate in gates)
        {
            bool isAll = formula.IsAll(gate);
            int function = isAll ? BinaryDecisionDiagram.Always : BinaryDecisionDiagram.Never;
            foreach (int input in formula.Inputs(gate))
                function = isAll ? diagram.And(function, functions[input]) : diagram.Or(function, functions[input]);
            if (function == BinaryDecisionDiagram.OverBudget) return function;
            functions[gate] = function;
        }

        return functions[module];
    }

    // Variables by first use: what matters together stays near each other, which keeps diagrams small.
    private void Order(Formula formula, int module, double[] value)
    {
        functions.Clear();
        variables.Clear();
        probabilities.Clear();
        gates.Clear();
        path.Push((module, 0));
        while (path.TryPop(out var step))
        {
            int[] inputs = formula.Inputs(step.Node);
            if (step.Next == inputs.Length)
            {
                gates.Add(step.Node);
                continue;
            }

            path.Push((step.Node, step.Next + 1));
            int input = inputs[step.Next];
            if (!functions.TryAdd(input, 0)) continue;
            if (double.IsNaN(value[input]))
            {
                path.Push((input, 0));
                continue;
            }

            variables.Add(input);
            probabilities.Add(value[input]);
        }
    }
}
