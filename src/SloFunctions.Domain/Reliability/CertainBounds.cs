namespace SloFunctions.Domain.Reliability;

/// <summary>
/// Certain bounds of the probability that all inputs of a gate hold, each solved by itself. What working components can only help is
/// never less likely together than if it were independent (T. Harris 1960), so that the product is a lower bound; inputs
/// that share nothing are independent, so that the product over some of those is an upper one.
/// </summary>
/// <param name="diagram">Solves single inputs.</param>
/// <param name="budget">The most nodes of all their diagrams together; inputs beyond count as unknown.</param>
internal sealed class CertainBounds(ModuleDiagram diagram, int budget)
{
    public (double Lower, double Upper) Of(Formula formula, int gate, double[] value)
    {
        if (!formula.IsAll(gate)) return (0, 1);
        double lower = 1, upper = 1;
        int used = 0;
        var met = new HashSet<int>();
        foreach (int input in formula.Inputs(gate))
        {
            double probability = used < budget ? Probability(formula, input, value, ref used) : double.NaN;
            lower *= double.IsNaN(probability) ? 0 : probability;
            if (!double.IsNaN(probability) && IsApart(formula, input, value, met)) upper *= probability;
        }

        return (Math.Min(lower, upper), upper);
    }

    private double Probability(Formula formula, int input, double[] value, ref int used)
    {
        if (!double.IsNaN(value[input])) return value[input];
        double probability = diagram.Probability(formula, input, value);
        used += diagram.Nodes;
        return probability;
    }

    private static bool IsApart(Formula formula, int input, double[] value, HashSet<int> met)
    {
        var below = Below(formula, input, value);
        if (below.Overlaps(met)) return false;
        met.UnionWith(below);
        return true;
    }

    // Literals, and the modules that stand for theirs.
    private static HashSet<int> Below(Formula formula, int input, double[] value)
    {
        var below = new HashSet<int>();
        var seen = new HashSet<int>();
        var next = new Stack<int>([input]);
        while (next.TryPop(out int node))
        {
            if (!seen.Add(node)) continue;
            if (!double.IsNaN(value[node])) below.Add(node);
            else foreach (int further in formula.Inputs(node)) next.Push(further);
        }

        return below;
    }
}
