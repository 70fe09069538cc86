namespace SloFunctions.Domain.Reliability;

/// <summary>
/// A condition that more working components can only help: "all of" and "any of" gates over literals, which are components that
/// matter only together. Nodes are numbered, literals first and a gate after what it joins.
/// </summary>
/// <param name="Literals">The components of each literal: it holds while all of them work.</param>
/// <param name="Gates">The gates, in the order of their numbers.</param>
/// <param name="Roots">The nodes that must hold; no two of them share a literal.</param>
/// <param name="RootGroups">For each root the numbers of the groups of alternatives that it asks for.</param>
internal sealed record Formula(IReadOnlyList<int[]> Literals, IReadOnlyList<FormulaGate> Gates, IReadOnlyList<int> Roots, IReadOnlyList<int[]> RootGroups)
{
    /// <summary>How many nodes there are.</summary>
    public int Count => Literals.Count + Gates.Count;

    /// <summary>The nodes that a node joins; none for a literal.</summary>
    public int[] Inputs(int node) => node < Literals.Count ? [] : Gates[node - Literals.Count].Inputs;

    /// <summary>Whether a gate asks for all of its inputs.</summary>
    public bool IsAll(int gate) => Gates[gate - Literals.Count].IsAll;
}
