namespace SloFunctions.Domain.Reliability;

/// <summary>
/// Finds the modules of a formula: gates whose literals matter nowhere else, so that each can be solved by itself and then
/// stand for one literal (Y. Dutuit and A. Rauzy 1996, "A linear-time algorithm to find modules of fault trees").
/// </summary>
internal sealed class FormulaModules
{
    private readonly Formula formula;
    private readonly int[] first;
    private readonly int[] left;
    private readonly int[] last;
    private readonly Stack<(int Node, int Next)> path = new();
    private int date;

    private FormulaModules(Formula formula)
    {
        this.formula = formula;
        first = new int[formula.Count];
        left = new int[formula.Count];
        last = new int[formula.Count];
        foreach (int root in formula.Roots) Walk(root);
    }

    /// <summary>For each node whether it is a module; literals are none.</summary>
    public static bool[] Of(Formula formula) => new FormulaModules(formula).Find();

    private void Walk(int root)
    {
        Visit(root);
        while (path.TryPop(out var step))
        {
            int[] inputs = formula.Inputs(step.Node);
            if (step.Next < inputs.Length)
            {
                path.Push((step.Node, step.Next + 1));
                Visit(inputs[step.Next]);
            }
            else
            {
                left[step.Node] = last[step.Node] = ++date;
            }
        }
    }

    private void Visit(int node)
    {
        last[node] = ++date;
        if (first[node] != 0) return;
        first[node] = date;
        if (node >= formula.Literals.Count) path.Push((node, 0));
    }

    private bool[] Find()
    {
        bool[] isModule = new bool[formula.Count];
        var span = new (int First, int Last)[formula.Count];
        for (int node = formula.Literals.Count; node < formula.Count; node++)
        {
            var (low, high) = (int.MaxValue, 0);
            foreach (int input in formula.Inputs(node))
            {
                low = Math.Min(low, Math.Min(first[input], span[input].First == 0 ? int.MaxValue : span[input].First));
                high = Math.Max(high, Math.Max(last[input], span[input].Last));
            }

            span[node] = (low, high);
            isModule[node] = low > first[node] && high < left[node];
        }

        return isModule;
    }
}
