namespace SloFunctions.Domain.Reliability;

/// <summary>What every component that matters to another adds to its unavailability.</summary>
internal sealed class ContributionAnalysis(ContractedNetwork network, Needs needs)
{
    // Figures that only differ by rounding count as equal, so that order does not depend on it.
    private const int Digits = 12;

    private readonly CompositeSolver solver = new(network, needs);

    /// <summary>The contributions of all services that matter to a component, largest share first.</summary>
    public IReadOnlyList<Contribution> Of(int target, ComponentAvailability availability)
    {
        var (importance, composite) = Importance(target, availability.All());
        var all = importance.SelectMany(i => network.Components.Members[i.Component].Select(s => Of(s, i.Component, i.Value, 1 - composite, availability)));
        return [.. all.OrderByDescending(c => Math.Round(c.Share, Digits)).ThenByDescending(c => Math.Round(c.Importance, Digits)).ThenBy(c => c.Service)];
    }

    // A composite is linear in each component's availability, so that the slope tells what any change of it makes.
    private static Contribution Of(int service, int component, double slope, double unavailability, ComponentAvailability availability)
    {
        double perfect = availability.Without(component, service);
        double saved = slope * (perfect - availability.Of(component));
        return new Contribution(service, slope * perfect, unavailability > 0 ? Math.Clamp(saved / unavailability, 0, 1) : 0);
    }

    private (List<(int Component, double Value)> Of, double Composite) Importance(int target, double[] availability)
    {
        var must = new List<int>();
        needs.Must(target).CopyTo(must);
        double[] others = Leave.OneOut([.. must.Select(c => availability[c])]);
        double certain = must.Aggregate(1.0, (product, c) => product * availability[c]);
        var groups = solver.OpenGroups(target, availability);
        double open = groups.Probability().Availability;
        var importance = must.Zip(others, (c, product) => (c, product * open)).ToList();
        importance.AddRange(Solved(groups, availability).Select(i => (i.Component, i.Value * certain * groups.Sampled)));
        importance.AddRange(Drawn(groups).Select(i => (i.Component, i.Value * certain * groups.Solved.Aggregate(1.0, (product, p) => product * p))));
        return (importance, certain * open);
    }

    private IEnumerable<(int Component, double Value)> Solved(OpenGroups groups, double[] availability)
    {
        if (groups.Formula is not { } formula) yield break;
        double[] slope = solver.Slopes(groups);
        double[] others = Leave.OneOut([.. formula.Roots.Select(r => double.IsNaN(groups.Values[r]) ? 1 : groups.Values[r])]);
        var literals = formula.Roots.SelectMany((root, i) => LiteralsBelow(formula, root).Select(literal => (Node: literal, Others: others[i])));
        foreach (var (literal, rest) in literals)
        {
            int[] components = formula.Literals[literal];
            double[] within = Leave.OneOut([.. components.Select(c => availability[c])]);
            for (int i = 0; i < components.Length; i++)
            {
                if (slope[literal] != 0) yield return (components[i], slope[literal] * within[i] * rest);
            }
        }
    }

    private static HashSet<int> LiteralsBelow(Formula formula, int root)
    {
        var met = new HashSet<int>();
        var next = new Stack<int>([root]);
        while (next.TryPop(out int node))
        {
            if (!met.Add(node)) continue;
            foreach (int input in formula.Inputs(node)) next.Push(input);
        }

        met.RemoveWhere(node => node >= formula.Literals.Count);
        return met;
    }

    // How much more often groups hold among the draws in which a component works than among those in which it fails.
    private static IEnumerable<(int Component, double Value)> Drawn(OpenGroups groups)
    {
        if (groups.Sampler is not { } sampler) yield break;
        foreach (var (i, component) in sampler.Components.Index())
        {
            long works = sampler.Works[i], fails = AlternativesSampler.Draws - works;
            if (works == 0 || fails == 0) continue;
            double difference = ((double)sampler.WorksAndHolds[i] / works) - ((double)(sampler.Holds - sampler.WorksAndHolds[i]) / fails);
            if (difference > 0) yield return (component, difference);
        }
    }
}
