using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Reliability;

/// <summary>A network without cycles: services that need each other act as one. What a component needs has a smaller number.</summary>
internal sealed class ContractedNetwork
{
    private readonly Dictionary<ServiceId, int> number = [];
    private readonly StronglyConnectedComponents components;

    /// <exception cref="ArgumentException">A dependency names a service without availability, or an availability is no ratio.</exception>
    public ContractedNetwork(DependencyNetwork network, CycleRule rule)
    {
        ServiceId[] services = [.. network.Availability.Keys.OrderBy(s => s.Value, StringComparer.Ordinal)];
        for (int i = 0; i < services.Length; i++) number[services[i]] = i;
        components = StronglyConnectedComponents.Of(Successors(network));
        Services = [.. components.Members.Select(members => members.Select(v => services[v]).ToArray())];
        Availability = [.. Services.Select(members => Together(members.Select(s => Ratio(network.Availability[s])), rule))];
        Hard = Contract(network.Hard.Select(e => (Of(e.Caller), Of(e.Callee))));
        Groups = ContractGroups(network.Groups);
    }

    /// <summary>The services of each component.</summary>
    public IReadOnlyList<ServiceId[]> Services { get; }

    /// <summary>The availability of each component.</summary>
    public IReadOnlyList<double> Availability { get; }

    /// <summary>For each component the others that it cannot do without.</summary>
    public IReadOnlyList<int[]> Hard { get; }

    /// <summary>For each component its groups of alternatives.</summary>
    public IReadOnlyList<IReadOnlyList<int[]>> Groups { get; }

    /// <summary>The component of a service.</summary>
    /// <exception cref="ArgumentException">The service has no availability.</exception>
    public int Of(ServiceId service) => components.ComponentOf[Number(service)];

    private int Number(ServiceId service) =>
        number.TryGetValue(service, out int known) ? known : throw new ArgumentException($"The service '{service}' has no availability.", nameof(service));

    private List<int[]> Successors(DependencyNetwork network)
    {
        var successors = Enumerable.Range(0, number.Count).Select(_ => new HashSet<int>()).ToArray();
        foreach (var (caller, callee) in network.Hard) successors[Number(caller)].Add(Number(callee));
        foreach (var group in network.Groups) successors[Number(group.Source)].UnionWith(group.AnyOf.Select(Number));
        return [.. successors.Select(s => s.ToArray())];
    }

    private int[][] Contract(IEnumerable<(int Caller, int Callee)> edges)
    {
        var needed = Services.Select(_ => new SortedSet<int>()).ToArray();
        foreach (var (caller, callee) in edges.Where(e => e.Caller != e.Callee)) needed[caller].Add(callee);
        return [.. needed.Select(n => n.ToArray())];
    }

    // An alternative within the component works whenever the component does, so that such a group asks for nothing.
    private List<int[]>[] ContractGroups(IReadOnlyList<RedundancyGroup> groups)
    {
        var contracted = Services.Select(_ => new List<int[]>()).ToArray();
        foreach (var group in groups)
        {
            int source = Of(group.Source);
            int[] members = [.. group.AnyOf.Select(Of).Distinct().Order()];
            if (members.Length == 0) throw new ArgumentException($"A group of '{group.Source}' has no members.", nameof(groups));
            if (!members.Contains(source)) contracted[source].Add(members);
        }

        return contracted;
    }

    private static double Together(IEnumerable<double> availabilities, CycleRule rule) =>
        rule == CycleRule.WeakestMember ? availabilities.Min() : availabilities.Aggregate(1.0, (product, p) => product * p);

    private static double Ratio(double availability) =>
        availability is >= 0 and <= 1 ? availability : throw new ArgumentException("An availability is a ratio in [0, 1].", nameof(availability));
}
