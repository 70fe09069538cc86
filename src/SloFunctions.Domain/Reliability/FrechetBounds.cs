namespace SloFunctions.Domain.Reliability;

/// <summary>
/// Bounds of a composite that hold however services fail together. A service is down only if something fails on any set of
/// components that suffices for it: its failures are at most the sum of those of one such set, for which of each group the
/// alternative with the least sum is taken. And it is up only if a component it needs is, or one of a group's alternatives: at
/// most the smallest availability, or the sum over a group. Without alternatives that is max(0, 1 − Σ failures) to the least
/// availability. Both ends are attained as long as no service is in two groups; else the interval may be wider than need be.
/// </summary>
internal sealed class FrechetBounds(ContractedNetwork network, Needs needs)
{
    public FrechetInterval Of(int target, ComponentAvailability availability)
    {
        var must = new List<int>();
        needs.Must(target).CopyTo(must);
        double failures = must.Sum(availability.Failures);
        double upper = must.Min(availability.Weakest);
        int[] open = needs.OpenGroups(needs.Must(target), []);
        if (open.Length > 0)
        {
            var formula = new FormulaReader(needs, network.Count).Read(needs.Must(target), open);
            failures += formula is null ? 1 : Cheapest(formula, availability);
            upper = Math.Min(upper, formula is null ? 1 : Most(formula, availability));
        }

        double lower = Math.Max(0, 1 - failures);
        return new FrechetInterval(Math.Min(lower, upper), upper);
    }

    // Of alternatives the one whose failures add up to least, each component of the choice counted once.
    private static double Cheapest(Formula formula, ComponentAvailability availability)
    {
        double[] cost = new double[formula.Count];
        for (int node = 0; node < formula.Count; node++)
        {
            cost[node] = node < formula.Literals.Count ? formula.Literals[node].Sum(availability.Failures)
                : formula.IsAll(node) ? formula.Inputs(node).Sum(i => cost[i])
                : formula.Inputs(node).Min(i => cost[i]);
        }

        var chosen = new HashSet<int>();
        var next = new Stack<int>(formula.Roots);
        while (next.TryPop(out int node))
        {
            if (!chosen.Add(node) || node < formula.Literals.Count) continue;
            foreach (int input in formula.IsAll(node) ? formula.Inputs(node) : [formula.Inputs(node).MinBy(i => cost[i])]) next.Push(input);
        }

        return chosen.Where(node => node < formula.Literals.Count).Sum(node => cost[node]);
    }

    private static double Most(Formula formula, ComponentAvailability availability)
    {
        double[] most = new double[formula.Count];
        for (int node = 0; node < formula.Count; node++)
        {
            most[node] = node < formula.Literals.Count ? formula.Literals[node].Min(availability.Weakest)
                : formula.IsAll(node) ? formula.Inputs(node).Min(i => most[i])
                : Math.Min(1, formula.Inputs(node).Sum(i => most[i]));
        }

        return formula.Roots.Min(root => most[root]);
    }
}
