namespace SloFunctions.Domain.Reliability;

/// <summary>Puts a <see cref="Formula"/> together from its literals upwards; equal gates are made once.</summary>
internal sealed class FormulaBuilder(IReadOnlyList<int[]> literals)
{
    private readonly List<FormulaGate> gates = [];
    private readonly Dictionary<IReadOnlyList<int>, int> known = new(SequenceComparer.Instance);

    public int All(int[] inputs) => Gate(isAll: true, inputs);

    public int Any(int[] inputs) => Gate(isAll: false, inputs);

    /// <summary>The formula that asks for all of some groups, told apart where they share no literal.</summary>
    public Formula Build(IReadOnlyList<(int Group, int Node)> wanted)
    {
        int[] part = Parts();
        var parts = wanted.GroupBy(w => Root(part, w.Node)).ToList();
        int[] roots = [.. parts.Select(p => All([.. p.Select(w => w.Node)]))];
        return new Formula(literals, gates, roots, [.. parts.Select(p => p.Select(w => w.Group).ToArray())]);
    }

    private int Gate(bool isAll, int[] inputs)
    {
        int[] distinct = [.. inputs.Distinct().Order()];
        if (distinct.Length == 1) return distinct[0];
        int[] key = [isAll ? 1 : 0, .. distinct];
        if (known.TryGetValue(key, out int node)) return node;
        gates.Add(new FormulaGate(isAll, distinct));
        return known[key] = literals.Count + gates.Count - 1;
    }

    // Nodes that share a literal, however far below, end up in one part.
    private int[] Parts()
    {
        int[] part = [.. Enumerable.Range(0, literals.Count + gates.Count)];
        for (int g = 0; g < gates.Count; g++)
        {
            foreach (int input in gates[g].Inputs) part[Root(part, input)] = Root(part, literals.Count + g);
        }

        return part;
    }

    private static int Root(int[] part, int node)
    {
        while (part[node] != node) node = part[node] = part[part[node]];
        return node;
    }
}
