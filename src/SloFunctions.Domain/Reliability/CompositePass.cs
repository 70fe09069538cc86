namespace SloFunctions.Domain.Reliability;

/// <summary>
/// Composites of many components with one set of availabilities, each computed once. Components that only add themselves to
/// another's needs follow from that one; the others are independent questions, asked in parallel.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="needs">What its components need.</param>
/// <param name="availability">The availability of each component; may be filled in between the calls, dependencies first.</param>
internal sealed class CompositePass(ContractedNetwork network, Needs needs, double[] availability)
{
    // Fewer questions are not worth starting threads for.
    private const int FewestParallel = 16;

    private readonly Composite?[] ceiling = new Composite?[network.Count];
    private readonly Lazy<CompositeSolver> solver = new(() => new CompositeSolver(network, needs));

    /// <summary>The composite of a component that was solved.</summary>
    public Composite Of(int component) => Ceiling(component).Times(availability[component]);

    /// <summary>The composite of what a solved component needs, without itself.</summary>
    public Composite Ceiling(int component) => ceiling[component] ?? throw new InvalidOperationException("The component was not solved.");

    /// <summary>Solves some components.</summary>
    public void Solve(IReadOnlyList<int> components)
    {
        int[] roots = [.. components.Where(c => ceiling[c] is null).Select(c => needs.Root[c]).Distinct().Where(c => ceiling[c] is null)];
        if (roots.Length < FewestParallel)
        {
            foreach (int root in roots) ceiling[root] = solver.Value.Ceiling(root, availability);
        }
        else
        {
            SolveInParallel(roots);
        }

        foreach (int component in components) Follow(component);
    }

    private void SolveInParallel(int[] roots) => Parallel.For(
        0,
        roots.Length,
        () => new CompositeSolver(network, needs),
        (i, _, own) =>
        {
            ceiling[roots[i]] = own.Ceiling(roots[i], availability);
            return own;
        },
        static _ => { });

    private void Follow(int component)
    {
        var path = new Stack<int>();
        for (int c = component; ceiling[c] is null; c = needs.Base[c]!.Value) path.Push(c);
        while (path.TryPop(out int c)) ceiling[c] = Of(needs.Base[c]!.Value);
    }
}
