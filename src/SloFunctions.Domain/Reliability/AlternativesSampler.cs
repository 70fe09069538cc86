using System.Numerics;


namespace SloFunctions.Domain.Reliability;

/// <summary>
/// Estimates how often open groups hold, given that what is needed works, by drawing which of the other components fail: 64
/// draws to a word, and from failure to failure, since most components hardly ever fail.
/// </summary>
internal sealed class AlternativesSampler
{
    /// <summary>How many times all components are drawn.</summary>
    public const int Draws = Batches * BatchWords * 64;

    private const int Batches = 16;
    private const int BatchWords = 64;

    private readonly int[] components;
    private readonly int[][] hard;
    private readonly int[][][] groups;
    private readonly int[][] wanted;
    private readonly FailureTimes failures;

    /// <summary>Prepares for some open groups.</summary>
    /// <param name="network">The network.</param>
    /// <param name="must">What is needed.</param>
    /// <param name="open">The alternatives of each open group.</param>
    /// <param name="availability">The availability of each component.</param>
    public AlternativesSampler(ContractedNetwork network, ComponentSet must, IReadOnlyList<int[]> open, IReadOnlyList<double> availability)
    {
        components = Closure(network, must, open);
        var place = components.Index().ToDictionary(c => c.Item, c => c.Index);
        hard = [.. components.Select(c => network.Hard[c].Where(h => !must.Contains(h)).Select(h => place[h]).ToArray())];
        groups = [.. components.Select(c => network.Groups[c].Select(g => network.GroupMembers[g]).Where(g => !must.ContainsAny(g)).Select(Places).ToArray())];
        wanted = [.. open.Select(Places)];
        failures = new FailureTimes([.. components.Select(c => availability[c])]);
        Works = new long[components.Length];
        WorksAndHolds = new long[components.Length];
        int[] Places(int[] group) => [.. group.Select(c => place[c])];
    }

    /// <summary>The components that were drawn, ascending.</summary>
    public IReadOnlyList<int> Components => components;

    /// <summary>In how many draws all groups held.</summary>
    public long Holds { get; private set; }

    /// <summary>In how many draws each component did not fail itself.</summary>
    public long[] Works { get; }

    /// <summary>In how many of those all groups held.</summary>
    public long[] WorksAndHolds { get; }

    /// <summary>Draws.</summary>
    public void Run()
    {
        var own = new ulong[components.Length][];
        var up = new ulong[components.Length][];
        for (int i = 0; i < own.Length; i++) (own[i], up[i]) = (new ulong[BatchWords], new ulong[BatchWords]);
        ulong[] holds = new ulong[BatchWords];
        for (int batch = 0; batch < Batches; batch++)
        {
            failures.Draw(own);
            for (int i = 0; i < components.Length; i++) Decide(up, i, own[i]);
            Array.Fill(holds, ulong.MaxValue);
            foreach (int[] group in wanted) Need(holds, up, group);
            Tally(own, holds);
        }
    }

    // What a component needs has a smaller number and is decided already.
    private void Decide(ulong[][] up, int component, ulong[] own)
    {
        own.CopyTo(up[component], 0);
        foreach (int next in hard[component])
        {
            for (int w = 0; w < BatchWords; w++) up[component][w] &= up[next][w];
        }

        foreach (int[] group in groups[component]) Need(up[component], up, group);
    }

    private static void Need(ulong[] words, ulong[][] up, int[] group)
    {
        for (int w = 0; w < words.Length; w++)
        {
            ulong any = 0;
            foreach (int member in group) any |= up[member][w];
            words[w] &= any;
        }
    }

    private void Tally(ulong[][] own, ulong[] holds)
    {
        foreach (ulong word in holds) Holds += BitOperations.PopCount(word);
        for (int i = 0; i < own.Length; i++)
        {
            for (int w = 0; w < BatchWords; w++)
            {
                Works[i] += BitOperations.PopCount(own[i][w]);
                WorksAndHolds[i] += BitOperations.PopCount(own[i][w] & holds[w]);
            }
        }
    }

    private static int[] Closure(ContractedNetwork network, ComponentSet must, IReadOnlyList<int[]> open)
    {
        var met = new HashSet<int>();
        var next = new Stack<int>(open.SelectMany(g => g));
        while (next.TryPop(out int component))
        {
            if (must.Contains(component) || !met.Add(component)) continue;
            foreach (int below in network.Below(component)) next.Push(below);
        }

        return [.. met.Order()];
    }
}
