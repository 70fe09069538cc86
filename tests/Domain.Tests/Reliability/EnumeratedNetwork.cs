using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Reliability;

/// <summary>A small network whose cycles are contracted by reachability alone, for going through its states one by one.</summary>
internal sealed class EnumeratedNetwork
{
    private readonly SmallNetwork network;
    private readonly double[] availability;
    private readonly int[] order;

    public EnumeratedNetwork(SmallNetwork network, CycleRule rule)
    {
        this.network = network;
        bool[,] reaches = Reaches(network);
        int[] first = [.. Enumerable.Range(0, network.Services).Select(s => Enumerable.Range(0, s + 1).First(o => o == s || (reaches[s, o] && reaches[o, s])))];
        int[] representatives = [.. first.Distinct()];
        Of = [.. first.Select(f => Array.IndexOf(representatives, f))];
        availability =
        [
            .. representatives.Select(r => network.Own.Where((_, s) => first[s] == r))
                .Select(own => rule == CycleRule.WeakestMember ? own.Min() : own.Aggregate(1.0, (all, p) => all * p)),
        ];
        order = [.. Enumerable.Range(0, Count).OrderBy(c => Enumerable.Range(0, network.Services).Count(s => reaches[representatives[c], s]))
            .ThenByDescending(c => Enumerable.Range(0, network.Services).Count(s => reaches[s, representatives[c]]))];
    }

    public int Count => availability.Length;

    public int[] Of { get; }

    public double Probability(int state)
    {
        double probability = 1;
        for (int c = 0; c < Count; c++) probability *= (state >> c & 1) == 1 ? availability[c] : 1 - availability[c];
        return probability;
    }

    public int Up(int state)
    {
        int up = 0;
        foreach (int c in order)
        {
            bool works = (state >> c & 1) == 1
                && network.Hard.All(e => Of[e.Caller] != c || Of[e.Callee] == c || (up >> Of[e.Callee] & 1) == 1)
                && network.Groups.All(g => Of[g.Source] != c || g.AnyOf.Any(m => Of[m] == c || (up >> Of[m] & 1) == 1));
            if (works) up |= 1 << c;
        }

        return up;
    }

    private static bool[,] Reaches(SmallNetwork network)
    {
        int n = network.Services;
        bool[,] reaches = new bool[n, n];
        foreach (var (caller, callee) in network.Hard) reaches[caller, callee] = true;
        foreach (var group in network.Groups)
        {
            foreach (int member in group.AnyOf) reaches[group.Source, member] = true;
        }

        for (int via = 0; via < n; via++)
        {
            for (int a = 0; a < n; a++)
            {
                for (int b = 0; b < n; b++) reaches[a, b] |= reaches[a, via] && reaches[via, b];
            }
        }

        return reaches;
    }
}
