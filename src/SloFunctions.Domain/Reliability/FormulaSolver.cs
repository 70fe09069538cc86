namespace SloFunctions.Domain.Reliability;

/// <summary>
/// The probability that a <see cref="Formula"/> holds, module by module from the bottom up. Keeps working memory between formulas;
/// for one thread at a time.
/// </summary>
internal sealed class FormulaSolver
{
    /// <summary>The most nodes of a module's diagram.</summary>
    public const int NodeBudget = 100_000;

    private readonly ModuleDiagram diagram = new(NodeBudget);

    /// <summary>The probability of every literal, module and root; NaN for gates in between, and for roots and modules that did not fit.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="literals">The probability of each literal.</param>
    public double[] Solve(Formula formula, IReadOnlyList<double> literals)
    {
        double[] value = new double[formula.Count];
        Array.Fill(value, double.NaN);
        for (int i = 0; i < literals.Count; i++) value[i] = literals[i];
        bool[] isModule = FormulaModules.Of(formula);
        for (int gate = literals.Count; gate < formula.Count; gate++)
        {
            if (isModule[gate]) value[gate] = IsSimple(formula, gate, value) ? Together(formula, gate, value) : diagram.Probability(formula, gate, value);
        }

        return value;
    }

    /// <summary>For every literal and module the difference that its truth makes to the root it is part of; 0 under roots that did not fit.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="value">What <see cref="Solve"/> gave for it.</param>
    public double[] Slopes(Formula formula, double[] value)
    {
        double[] slope = new double[formula.Count];
        foreach (int root in formula.Roots) slope[root] = 1;
        for (int gate = formula.Count - 1; gate >= formula.Literals.Count; gate--)
        {
            if (slope[gate] == 0 || double.IsNaN(value[gate])) continue;
            if (IsSimple(formula, gate, value)) Spread(formula, gate, value, slope);
            else diagram.Spread(formula, gate, value, slope);
        }

        return slope;
    }

    /// <summary>Between which values the probability of all roots that did not fit must lie.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="value">What <see cref="Solve"/> gave for it.</param>
    public (double Lower, double Upper) Bounds(Formula formula, double[] value)
    {
        var bounds = new CertainBounds(diagram, NodeBudget);
        var (lower, upper) = (1.0, 1.0);
        foreach (int root in formula.Roots.Where(r => double.IsNaN(value[r])))
        {
            var (least, most) = bounds.Of(formula, root, value);
            (lower, upper) = (lower * least, upper * most);
        }

        return (Math.Min(lower, upper), upper);
    }

    private static bool IsSimple(Formula formula, int gate, double[] value) => !formula.Inputs(gate).Any(i => double.IsNaN(value[i]));

    private static double Together(Formula formula, int gate, double[] value)
    {
        bool isAll = formula.IsAll(gate);
        double product = 1;
        foreach (int input in formula.Inputs(gate)) product *= isAll ? value[input] : 1 - value[input];
        return isAll ? product : 1 - product;
    }

    private static void Spread(Formula formula, int gate, double[] value, double[] slope)
    {
        bool isAll = formula.IsAll(gate);
        int[] inputs = formula.Inputs(gate);
        double[] others = Leave.OneOut([.. inputs.Select(i => isAll ? value[i] : 1 - value[i])]);
        for (int i = 0; i < inputs.Length; i++) slope[inputs[i]] = slope[gate] * others[i];
    }
}
