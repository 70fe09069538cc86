namespace SloFunctions.Domain.Reliability;

/// <summary>
/// The composite availability of single components: what each needs on every path is multiplied, what is left are its groups
/// of alternatives, written down as a formula and solved exactly, or sampled where that does not fit. In general the problem is
/// #P-hard (L. Valiant 1979), so that some budget is unavoidable. For one thread at a time.
/// </summary>
internal sealed class CompositeSolver(ContractedNetwork network, Needs needs)
{
    private readonly FormulaReader reader = new(needs, network.Count);
    private readonly FormulaSolver solver = new();
    private readonly List<int> scratch = [];

    /// <summary>The composite of everything that a component needs, without the component itself.</summary>
    /// <param name="component">The component.</param>
    /// <param name="availability">The availability of each component below it.</param>
    public Composite Ceiling(int component, double[] availability)
    {
        scratch.Clear();
        needs.Must(component).CopyTo(scratch);
        double certain = 1;
        foreach (int c in scratch) certain *= c == component ? 1 : availability[c];
        return OpenGroups(component, availability).Probability().Times(certain);
    }

    /// <summary>Solves the open groups of a component.</summary>
    /// <inheritdoc cref="Ceiling"/>
    public OpenGroups OpenGroups(int component, double[] availability)
    {
        var must = needs.Must(component);
        int[] open = needs.OpenGroups(must, scratch);
        if (open.Length == 0) return Reliability.OpenGroups.None;

        var formula = reader.Read(must, open);
        if (formula is null) return new OpenGroups(null, [], Sample(must, open, availability), (0, 1));
        double[] value = solver.Solve(formula, Probabilities(formula, availability));
        int[] rest = [.. formula.Roots.Index().Where(r => double.IsNaN(value[r.Item])).SelectMany(r => formula.RootGroups[r.Index])];
        return rest.Length == 0
            ? new OpenGroups(formula, value, null, (0, 1))
            : new OpenGroups(formula, value, Sample(must, rest, availability), solver.Bounds(formula, value));
    }

    /// <summary>The difference that each literal makes to the root it is part of.</summary>
    public double[] Slopes(OpenGroups groups) => groups.Formula is { } formula ? solver.Slopes(formula, groups.Values) : [];

    private static double[] Probabilities(Formula formula, double[] availability)
    {
        double[] probability = new double[formula.Literals.Count];
        for (int i = 0; i < probability.Length; i++)
        {
            probability[i] = 1;
            foreach (int c in formula.Literals[i]) probability[i] *= availability[c];
        }

        return probability;
    }

    private AlternativesSampler Sample(ComponentSet must, int[] open, double[] availability)
    {
        var sampler = new AlternativesSampler(network, must, [.. open.Select(g => needs.Alternatives[g])], availability);
        sampler.Run();
        return sampler;
    }
}
