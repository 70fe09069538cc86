using System.Globalization;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Testing.Graphs;

/// <summary>
/// Draws who calls whom. Every service has a number of calls, a popularity from the measured curves, and a tier; calls pick
/// services of lower tiers by their popularity.
/// </summary>
internal sealed class GraphGenerator(GraphShape shape)
{
    private const int Tries = 200;
    private const int FewCalls = 4;

    private readonly SeededRandom random = new(shape.Seed);
    private readonly HashSet<(int Source, int Target)> edges = [];

    public GeneratedGraph Generate()
    {
        int[] order = Order(out double[] fanOut, out double[] popularity);
        double[] below = Cumulative([.. order.Select(s => popularity[s])]);
        int forward = shape.Edges - shape.Cycles;
        int[] calls = Apportion(order, fanOut, forward);
        for (int place = 0; place < order.Length; place++) Call(order, place, calls[place], below);
        // Whoever found too few below leaves calls for others to make.
        for (int tries = 0; edges.Count < forward && tries < 100 * forward; tries++) Call(order, random.Below(order.Length), 1, below);
        CloseCycles();
        return new GeneratedGraph(
            [.. Enumerable.Range(0, shape.Services).Select(i => string.Create(CultureInfo.InvariantCulture, $"service-{i:D5}"))],
            Describe());
    }

    // Lowest first, whatever a service calls and however popular it is. The place in this order also says the tier.
    private int[] Order(out double[] fanOut, out double[] popularity)
    {
        (fanOut, popularity) = (Shuffled(DegreeCurve.FanOut), Shuffled(DegreeCurve.FanIn));
        ulong[] height = [.. Enumerable.Range(0, shape.Services).Select(_ => random.NextBits())];
        return [.. Enumerable.Range(0, shape.Services).OrderBy(i => height[i])];
    }

    private double[] Shuffled(DegreeCurve curve)
    {
        double[] degrees = [.. Enumerable.Range(0, shape.Services).Select(i => curve.At((i + 0.5) / shape.Services))];
        for (int i = degrees.Length - 1; i > 0; i--)
        {
            int j = random.Below(i + 1);
            (degrees[i], degrees[j]) = (degrees[j], degrees[i]);
        }

        return degrees;
    }

    private int Tier(int place) => (int)((long)place * shape.Tiers / shape.Services);

    private int TierStart(int tier) => (int)(((long)tier * shape.Services + shape.Tiers - 1) / shape.Tiers);

    // Random rounding keeps the total and the many services with a single call.
    private int[] Apportion(int[] order, double[] fanOut, int total)
    {
        double scale = total / fanOut.Sum();
        return [.. order.Select(s => (int)Math.Floor((fanOut[s] * scale) + Unit()))];
    }

    private void Call(int[] order, int place, int calls, double[] below)
    {
        int lower = TierStart(Tier(place));
        if (lower == 0) return;
        for (int made = 0, tries = 0; made < Math.Min(calls, lower) && tries < Tries + (10 * calls); tries++)
        {
            int target = Array.BinarySearch(below, 0, lower, Unit() * below[lower - 1]);
            if (edges.Add((order[place], order[target < 0 ? ~target : target]))) made++;
        }
    }

    // A call back from a service to one that calls it, or that calls a caller of it. Only where few calls lead down, as in
    // the pairs of services that call each other by mistake; from a service that calls hundreds most others would join the cycle.
    private void CloseCycles()
    {
        var all = edges.Order().ToArray();
        var calls = all.ToLookup(e => e.Source, e => e.Target);
        var callers = all.ToLookup(e => e.Target, e => e.Source);
        bool CallsFew(int service) => calls[service].Count() <= FewCalls;
        for (int made = 0, tries = 0; made < shape.Cycles && tries < 1000 * shape.Cycles; tries++)
        {
            var (source, target) = all[random.Below(all.Length)];
            int[] above = [.. callers[source].Where(CallsFew)];
            int back = made % 2 == 1 && above.Length > 0 ? above[random.Below(above.Length)] : source;
            if (CallsFew(source) && CallsFew(back) && !edges.Contains((target, back)) && edges.Add((target, back))) made++;
        }
    }

    private List<GeneratedEdge> Describe()
    {
        var described = new List<GeneratedEdge>();
        foreach (var calls in edges.Order().GroupBy(e => e.Source))
        {
            int[] targets = [.. calls.Select(c => c.Target).OrderBy(_ => random.NextBits())];
            int grouped = targets.Length < 2 ? 0 : (int)Math.Floor((targets.Length * shape.Redundant) + (2 * Unit()));
            for (int i = 0, group = 0, left = 0; i < targets.Length; i++)
            {
                if (left == 0 && grouped - i >= 2)
                {
                    left = grouped - i == 3 || Unit() < 0.3 ? 3 : 2;
                    group++;
                }

                bool isGrouped = left > 0;
                left = Math.Max(0, left - 1);
                described.Add(Describe(calls.Key, targets[i], isGrouped ? string.Create(CultureInfo.InvariantCulture, $"any-{group}") : null));
            }
        }

        return described;
    }

    private GeneratedEdge Describe(int source, int target, string? group)
    {
        if (group is not null || Unit() < shape.Hard) return new(source, target, CommunicationMode.Sync, DependencyCriticality.Hard, group);
        return Unit() switch
        {
            < 0.4 => new(source, target, CommunicationMode.Sync, DependencyCriticality.Soft, null),
            < 0.7 => new(source, target, CommunicationMode.Sync, DependencyCriticality.Degraded, null),
            _ => new(source, target, CommunicationMode.Async, DependencyCriticality.Hard, null),
        };
    }

    private double Unit() => (random.NextBits() >> 11) * (1.0 / (1UL << 53));

    private static double[] Cumulative(double[] weights)
    {
        for (int i = 1; i < weights.Length; i++) weights[i] += weights[i - 1];
        return weights;
    }
}
