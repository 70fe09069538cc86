namespace SloFunctions.Domain.Reliability;

/// <summary>The alternatives that remain open once everything a service cannot do without works.</summary>
/// <param name="network">The network without cycles.</param>
/// <param name="must">The components that the service cannot do without.</param>
internal sealed class Alternatives(ContractedNetwork network, HashSet<int> must)
{
    /// <summary>The probability that every open group has a working alternative; null over the node budget.</summary>
    public double? Probability()
    {
        var open = must.SelectMany(c => network.Groups[c]).Where(group => !group.Any(must.Contains)).ToList();
        double probability = 1;
        foreach (var entangled in Apart(open))
        {
            if (Solve(entangled) is not { } p) return null;
            probability *= p;
        }

        return probability;
    }

    private double? Solve(List<int[]> groups)
    {
        int[] component = DepthFirst(groups.SelectMany(g => g));
        var diagram = new BinaryDecisionDiagram(NetworkSolver.NodeBudget);
        var variable = component.Index().ToDictionary(c => c.Item, c => c.Index);

        // What a component needs has a smaller number, so that it is known already.
        var works = new Dictionary<int, int>(component.Length);
        foreach (int c in component.Order()) works[c] = Works(c, diagram, variable[c], works);
        int all = groups.Aggregate(BinaryDecisionDiagram.Always, (f, group) => diagram.And(f, Any(group, diagram, works)));
        return all == BinaryDecisionDiagram.OverBudget ? null : diagram.Probability(all, v => network.Availability[component[v]]);
    }

    private int Works(int component, BinaryDecisionDiagram diagram, int variable, Dictionary<int, int> works)
    {
        int function = diagram.Variable(variable);
        foreach (int next in network.Hard[component]) function = diagram.And(function, Known(next, works));
        foreach (int[] group in network.Groups[component]) function = diagram.And(function, Any(group, diagram, works));
        return function;
    }

    private int Any(int[] group, BinaryDecisionDiagram diagram, Dictionary<int, int> works) =>
        group.Aggregate(BinaryDecisionDiagram.Never, (f, member) => diagram.Or(f, Known(member, works)));

    // What must work is taken to work: where it needs alternatives of its own, those groups are among the open ones.
    private int Known(int component, Dictionary<int, int> works) =>
        must.Contains(component) ? BinaryDecisionDiagram.Always : works[component];

    // By first use: services that matter together stay near each other, which keeps diagrams small.
    private int[] DepthFirst(IEnumerable<int> roots)
    {
        var met = new HashSet<int>();
        var order = new List<int>();
        var next = new Stack<int>(roots.Reverse());
        while (next.TryPop(out int component))
        {
            if (must.Contains(component) || !met.Add(component)) continue;
            order.Add(component);
            foreach (int below in Below(component).Reverse()) next.Push(below);
        }

        return [.. order];
    }

    private IEnumerable<int> Below(int component) => network.Hard[component].Concat(network.Groups[component].SelectMany(g => g));

    // Groups that share no service are independent.
    private static List<List<int[]>> Merge(IEnumerable<(int[] Group, HashSet<int> Involved)> groups)
    {
        var parts = new List<(List<int[]> Groups, HashSet<int> Involved)>();
        foreach (var (group, involved) in groups)
        {
            var touching = parts.Where(p => p.Involved.Overlaps(involved)).ToList();
            var merged = (Groups: new List<int[]> { group }, Involved: involved);
            foreach (var part in touching)
            {
                merged.Groups.InsertRange(0, part.Groups);
                merged.Involved.UnionWith(part.Involved);
                parts.Remove(part);
            }

            parts.Add(merged);
        }

        return [.. parts.Select(p => p.Groups)];
    }

    private List<List<int[]>> Apart(List<int[]> open) => Merge(open.Select(group => (group, DepthFirst(group).ToHashSet())));
}
