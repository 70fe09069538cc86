using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Impact;

/// <summary>Finds who needs a service, and how, in one pass over the graph.</summary>
internal sealed class Upstream
{
    private static readonly int[] NoCycles = [];

    private readonly Requirements requirements;
    private readonly StronglyConnectedComponents components;
    private readonly int start;
    private readonly Reach[] reach;
    private readonly int[]?[] cycles;

    /// <param name="service">The service that is needed.</param>
    /// <param name="requirements">Who needs what.</param>
    /// <param name="components">The cycles among them.</param>
    public Upstream(int service, Requirements requirements, StronglyConnectedComponents components)
    {
        (this.requirements, this.components) = (requirements, components);
        start = components.ComponentOf[service];
        reach = new Reach[components.Members.Count];
        cycles = new int[]?[components.Members.Count];
        reach[start] = Reach.Necessary;
        cycles[start] = WithItself(start, NoCycles);

        // What a component needs has a smaller number, so that whoever needs the start has a larger one.
        for (int c = start + 1; c < reach.Length; c++) Visit(c);
    }

    /// <summary>How a service depends on the one asked about; necessary for itself.</summary>
    public Reach Of(int service) => reach[components.ComponentOf[service]];

    /// <summary>The members of the cycles on the way from a service to the one asked about.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Cycles(int service) =>
        [.. (cycles[components.ComponentOf[service]] ?? NoCycles).Select(c => components.Members[c])];

    private void Visit(int component)
    {
        var way = Reach.None;
        int[] met = NoCycles;
        foreach (int service in components.Members[component])
        {
            foreach (int callee in requirements.HardOf[service]) Meet(components.ComponentOf[callee], ref way, ref met, Of(callee));
            foreach (var group in requirements.GroupsOf[service])
            {
                bool isNecessary = group.AnyOf.All(callee => Of(callee) == Reach.Necessary);
                foreach (int callee in group.AnyOf.Where(callee => Of(callee) != Reach.None))
                    Meet(components.ComponentOf[callee], ref way, ref met, isNecessary ? Reach.Necessary : Reach.Alternative);
            }
        }

        if (way == Reach.None) return;
        reach[component] = way;
        cycles[component] = WithItself(component, met);
    }

    private void Meet(int next, ref Reach way, ref int[] met, Reach through)
    {
        if (through == Reach.None) return;
        if (through > way) way = through;
        int[] theirs = cycles[next] ?? NoCycles;
        if (theirs.Length > 0 && !ReferenceEquals(theirs, met)) met = met.Length == 0 ? theirs : [.. met.Union(theirs)];
    }

    private int[] WithItself(int component, int[] met) => components.Members[component].Length > 1 ? [component, .. met] : met;
}
