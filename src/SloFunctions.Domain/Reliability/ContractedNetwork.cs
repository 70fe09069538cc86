using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Reliability;

/// <summary>A network without cycles: services that need each other are one component. What a component needs has a smaller number.</summary>
internal sealed class ContractedNetwork
{
    /// <exception cref="ArgumentException">A number names no service, or a group is empty.</exception>
    public ContractedNetwork(int services, IReadOnlyList<(int Caller, int Callee)> hard, IReadOnlyList<NetworkGroup> groups)
    {
        Components = StronglyConnectedComponents.Of(Successors(services, hard, groups));
        Hard = Distinct(hard.Select(e => (Of(e.Caller), Of(e.Callee))).Concat(groups.Where(IsSingle).Select(g => (Of(g.Source), Of(g.AnyOf[0])))));
        (Groups, GroupMembers) = Alternatives(groups.Where(g => !IsSingle(g)));
        Level = Levels();
    }

    public StronglyConnectedComponents Components { get; }

    public int Count => Components.Members.Count;

    /// <summary>For each component the others that it cannot do without.</summary>
    public int[][] Hard { get; }

    /// <summary>For each component the numbers of its groups of alternatives.</summary>
    public int[][] Groups { get; }

    /// <summary>The alternatives of each group, ascending; equal groups have one number.</summary>
    public IReadOnlyList<int[]> GroupMembers { get; }

    /// <summary>Hops of the longest chain below each component.</summary>
    public int[] Level { get; }

    /// <summary>The component of a service.</summary>
    public int Of(int service) => Components.ComponentOf[service];

    /// <summary>Every component that a component names, as a dependency or as an alternative.</summary>
    public IEnumerable<int> Below(int component) => Hard[component].Concat(Groups[component].SelectMany(g => GroupMembers[g]));

    private static bool IsSingle(NetworkGroup group) => group.AnyOf.Count == 1;

    private static List<int[]> Successors(int services, IReadOnlyList<(int Caller, int Callee)> hard, IReadOnlyList<NetworkGroup> groups)
    {
        var successors = new List<int>[services];
        for (int v = 0; v < services; v++) successors[v] = [];
        int Service(int number) =>
            number >= 0 && number < services ? number : throw new ArgumentException($"There is no service number {number}.", nameof(services));
        foreach (var (caller, callee) in hard) successors[Service(caller)].Add(Service(callee));
        foreach (var group in groups)
        {
            if (group.AnyOf.Count == 0) throw new ArgumentException($"A group of service {group.Source} is empty.", nameof(groups));
            foreach (int member in group.AnyOf) successors[Service(group.Source)].Add(Service(member));
        }

        return [.. successors.Select(s => s.ToArray())];
    }

    private int[][] Distinct(IEnumerable<(int Caller, int Callee)> edges)
    {
        var needed = new List<int>?[Count];
        foreach (var (caller, callee) in edges)
        {
            if (caller != callee) (needed[caller] ??= []).Add(callee);
        }

        return [.. needed.Select(n => n is null ? [] : n.Distinct().Order().ToArray())];
    }

    // An alternative within the component works whenever the component does, so that such a group asks for nothing.
    private (int[][] Of, List<int[]> Members) Alternatives(IEnumerable<NetworkGroup> groups)
    {
        var of = new List<int>?[Count];
        var members = new List<int[]>();
        var known = new Dictionary<IReadOnlyList<int>, int>(SequenceComparer.Instance);
        foreach (var group in groups)
        {
            int source = Of(group.Source);
            int[] any = [.. group.AnyOf.Select(Of).Distinct().Order()];
            if (any.Contains(source)) continue;
            if (!known.TryGetValue(any, out int number))
            {
                known[any] = number = members.Count;
                members.Add(any);
            }

            (of[source] ??= []).Add(number);
        }

        return ([.. of.Select(g => g is null ? [] : g.Distinct().ToArray())], members);
    }

    private int[] Levels()
    {
        int[] level = new int[Count];
        for (int c = 0; c < Count; c++)
        {
            foreach (int below in Below(c)) level[c] = Math.Max(level[c], level[below] + 1);
        }

        return level;
    }
}
