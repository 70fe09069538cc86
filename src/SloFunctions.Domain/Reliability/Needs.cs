namespace SloFunctions.Domain.Reliability;

/// <summary>What every component needs whatever else works: its single points of failure, found in one pass.</summary>
internal sealed class Needs
{
    // Beyond, a group's alternatives are not compared with each other: that only saves work later.
    private const int LargestCompared = 64;

    private readonly ContractedNetwork network;
    private readonly ComponentSet[] must;
    private readonly ComponentSet branching;

    public Needs(ContractedNetwork network)
    {
        this.network = network;
        must = new ComponentSet[network.Count];
        Alternatives = new int[network.GroupMembers.Count][];
        Open = new int[network.Count][];
        Base = new int?[network.Count];
        Root = new int[network.Count];
        var withGroups = new ComponentSetBuilder(Math.Max(0, network.Count - 1));
        for (int c = 0; c < network.Count; c++)
        {
            foreach (int group in network.Groups[c]) Alternatives[group] ??= WithoutWorse(network.GroupMembers[group]);
            (must[c], Open[c]) = Of(network.Hard[c], network.Groups[c], c);
            if (Open[c].Length > 0) withGroups.Add(c);
            else if (network.Hard[c].LastOrDefault(-1) is >= 0 and var next && IsAllNeededBy(next, c)) Base[c] = next;
            Root[c] = Base[c] is { } known ? Root[known] : c;
        }

        branching = withGroups.Build();
    }

    /// <summary>For each group the alternatives worth having: none that needs another one of them.</summary>
    public int[][] Alternatives { get; }

    /// <summary>For each component its groups that what it needs anyway does not satisfy.</summary>
    public int[][] Open { get; }

    /// <summary>For each component the one that needs all that it needs but itself, so that it works whenever that and itself do.</summary>
    public int?[] Base { get; }

    /// <summary>For each component where following the bases ends.</summary>
    public int[] Root { get; }

    /// <summary>What a component cannot do without, itself included.</summary>
    public ComponentSet Must(int component) => must[component];

    /// <summary>Every group of what is needed that what is needed does not satisfy by itself.</summary>
    /// <param name="needed">What is needed.</param>
    /// <param name="scratch">A list to use.</param>
    public int[] OpenGroups(ComponentSet needed, List<int> scratch)
    {
        scratch.Clear();
        needed.IntersectTo(branching, scratch);
        return [.. scratch.SelectMany(c => Open[c]).Where(g => !needed.ContainsAny(Alternatives[g])).Distinct()];
    }

    private (ComponentSet Must, int[] Open) Of(int[] hard, int[] groups, int self)
    {
        var needed = new ComponentSetBuilder(self);
        for (int i = hard.Length - 1; i >= 0; i--)
        {
            if (!needed.Contains(hard[i])) needed.UnionWith(must[hard[i]]);
        }

        foreach (int group in groups)
        {
            if (!Alternatives[group].Any(needed.Contains)) needed.UnionWith(ComponentSet.Common([.. Alternatives[group].Select(Must)]));
        }

        needed.Add(self);
        return (needed.Build(), [.. groups.Where(g => !Alternatives[g].Any(needed.Contains))]);
    }

    // Whatever a component needs beside its largest dependency would have to be among what that one needs.
    private bool IsAllNeededBy(int next, int component) =>
        network.Hard[component].All(must[next].Contains)
        && network.Groups[component].All(g => must[next].ContainsAny(Alternatives[g]));

    private int[] WithoutWorse(int[] group) =>
        group.Length > LargestCompared ? group : [.. group.Where(worse => !group.Any(better => better != worse && must[worse].Contains(better)))];
}
