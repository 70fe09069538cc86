using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Reliability;

/// <summary>
/// The exact availability of services with hard dependencies and alternatives, each distinct service counted once. What a
/// service needs on every path is multiplied; what is left are groups of alternatives, which are solved by binary decision
/// diagrams, those that share no service apart from each other.
/// </summary>
public sealed class NetworkSolver
{
    /// <summary>The most nodes of one diagram.</summary>
    public const int NodeBudget = 200_000;

    private readonly ContractedNetwork network;
    private readonly ComponentSet[] needs;

    /// <summary>Prepares a network: cycles are contracted and single points of failure found for all services in one pass.</summary>
    /// <exception cref="ArgumentException">A dependency names a service without availability, or an availability is no ratio.</exception>
    public NetworkSolver(DependencyNetwork input, CycleRule rule)
    {
        network = new ContractedNetwork(input, rule);
        needs = new ComponentSet[network.Services.Count];
        for (int c = 0; c < needs.Length; c++) needs[c] = Needs(c);
    }

    /// <summary>Solves for one service.</summary>
    /// <returns>The availability; null when its alternatives are entangled beyond the node budget.</returns>
    public NetworkAvailability? Solve(ServiceId target)
    {
        int own = network.Of(target);
        var must = needs[own].Append(own).ToHashSet();
        double certain = must.Order().Aggregate(1.0, (product, c) => product * network.Availability[c]);
        if (new Alternatives(network, must).Probability() is not { } rest) return null;
        var single = must.SelectMany(c => network.Services[c]).OrderBy(s => s.Value, StringComparer.Ordinal);
        return new NetworkAvailability(certain * rest, [.. single]);
    }

    private ComponentSet Needs(int component)
    {
        var needed = new ComponentSet(component);
        foreach (int next in network.Hard[component].Where(needed.Add)) needed.UnionWith(needs[next]);
        foreach (int[] group in network.Groups[component])
        {
            var common = group.Select(c => needs[c].Append(c)).Aggregate((a, b) => a.Intersect(b));
            foreach (int shared in common) needed.Add(shared);
        }

        return needed;
    }
}
