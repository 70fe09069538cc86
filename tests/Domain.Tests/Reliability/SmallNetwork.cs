using System.Globalization;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Reliability;

/// <summary>Networks written shortly or drawn at random, and their composites by going through every combination of failures.</summary>
internal sealed record SmallNetwork(double[] Own, (int Caller, int Callee)[] Hard, NetworkGroup[] Groups)
{
    public int Services => Own.Length;

    /// <summary>Services as <c>a:0.9</c>, a letter each in order; edges as <c>a&gt;b</c>, alternatives as <c>a&gt;b|c</c>.</summary>
    public static SmallNetwork Parse(string services, string edges)
    {
        var parts = edges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(e => e.Split('>')).ToLookup(e => e[1].Contains('|', StringComparison.Ordinal));
        return new SmallNetwork(
            [.. services.Split(' ').Select(s => double.Parse(s.Split(':')[1], CultureInfo.InvariantCulture))],
            [.. parts[false].Select(e => (Number(e[0]), Number(e[1])))],
            [.. parts[true].Select(e => new NetworkGroup(Number(e[0]), [.. e[1].Split('|').Select(Number)]))]);
        static int Number(string letter) => letter[0] - 'a';
    }

    /// <summary>A random network; without cycles, services only need ones of smaller numbers.</summary>
    public static SmallNetwork Random(SeededRandom random, int services, bool cyclic = false)
    {
        var hard = new List<(int, int)>();
        var groups = new List<NetworkGroup>();
        for (int i = cyclic ? 0 : 1; i < services; i++)
        {
            int Other() => cyclic && random.Chance(0.15) ? random.Below(services) : random.Below(Math.Max(1, i));
            for (int k = random.Between(0, 2); k > 0; k--) hard.Add((i, Other()));
            for (int k = random.Between(0, 2); k > 0; k--) groups.Add(new NetworkGroup(i, [.. Enumerable.Range(0, random.Between(1, 3)).Select(_ => Other())]));
        }

        double Availability() => random.Between(0, 9) switch { 0 => 1, 1 when random.Chance(0.2) => 0, _ => 0.5 + (random.Unit() / 2) };
        return new SmallNetwork([.. Enumerable.Range(0, services).Select(_ => Availability())], [.. hard], [.. groups]);
    }

    public ReliabilityNetwork Network(CycleRule rule = CycleRule.WeakestMember) => new(Services, Hard, Groups, rule);

    public double[] Solve(CycleRule rule = CycleRule.WeakestMember)
    {
        var all = Network(rule).SolveAll(Own);
        all.ShouldAllBe(c => c.Method == SolutionMethod.Exact && c.Lower == c.Availability && c.Upper == c.Availability);
        return [.. all.Select(c => c.Availability)];
    }

    /// <summary>For each service Σ of the probabilities of all combinations in which it works.</summary>
    public double[] Enumerate(CycleRule rule = CycleRule.WeakestMember)
    {
        var contracted = new EnumeratedNetwork(this, rule);
        double[] sum = new double[Services];
        for (int state = 0; state < 1 << contracted.Count; state++)
        {
            if (contracted.Probability(state) is not (> 0 and var probability)) continue;
            int up = contracted.Up(state);
            for (int s = 0; s < Services; s++)
            {
                if ((up >> contracted.Of[s] & 1) == 1) sum[s] += probability;
            }
        }

        return sum;
    }

    public SmallNetwork With(int service, double availability) =>
        this with { Own = [.. Own.Select((p, i) => i == service ? availability : p)] };
}
