namespace SloFunctions.Domain.Reliability;

/// <summary>Counts what services can reach.</summary>
internal static class DependencyCount
{
    /// <summary>For each service how many others it can reach.</summary>
    public static int[] OfAll(ContractedNetwork network)
    {
        var reach = new ComponentSet[network.Count];
        int[] cycles = [.. Enumerable.Range(0, network.Count).Where(c => network.Components.Members[c].Length > 1)];
        int[] count = new int[network.Components.ComponentOf.Count];
        for (int c = 0; c < network.Count; c++)
        {
            var below = new ComponentSetBuilder(c);
            foreach (int next in network.Below(c).OrderDescending())
            {
                if (!below.Contains(next)) below.UnionWith(reach[next]);
            }

            below.Add(c);
            reach[c] = below.Build();
            int services = reach[c].Count() + cycles.Where(reach[c].Contains).Sum(cycle => network.Components.Members[cycle].Length - 1);
            foreach (int service in network.Components.Members[c]) count[service] = services - 1;
        }

        return count;
    }
}
