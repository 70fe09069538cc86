using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Reliability;

/// <summary>Services that fail independently, and what would be measured of them; the first one is the target.</summary>
internal sealed record MeasuredNetwork(IReadOnlyList<string> Names, IReadOnlyList<double> Intrinsic, IReadOnlyList<(int Caller, int Callee)> Edges)
{
    /// <summary>An acyclic network in which the target reaches every service.</summary>
    public static MeasuredNetwork Random(SeededRandom random)
    {
        int count = random.Between(1, 9);
        var edges = new List<(int, int)>();
        for (int callee = 1; callee < count; callee++)
        {
            edges.Add((random.Below(callee), callee));
            for (int caller = 0; caller < callee; caller++)
            {
                if (random.Chance(0.25)) edges.Add((caller, callee));
            }
        }

        return new MeasuredNetwork(
            [.. Enumerable.Range(0, count).Select(i => $"s{i}")],
            [.. Enumerable.Range(0, count).Select(_ => random.Chance(0.1) ? 1 : 0.5 + (0.5 * random.Unit()))],
            edges);
    }

    /// <summary>What each service achieves, by going through every combination of services that fail of their own.</summary>
    public double[] Achieved()
    {
        double[] achieved = new double[Names.Count];
        for (int failed = 0; failed < 1 << Names.Count; failed++)
        {
            double probability = 1;
            for (int v = 0; v < Names.Count; v++) probability *= IsIn(failed, v) ? 1 - Intrinsic[v] : Intrinsic[v];
            for (int v = 0; v < Names.Count; v++)
            {
                if (IsUp(v, failed)) achieved[v] += probability;
            }
        }

        // A sum of probabilities may end a rounding above 1.
        return [.. achieved.Select(a => Math.Min(1, a))];
    }

    public ServiceAvailability Target() => Known(Achieved()).Services[0];

    public ServiceAvailabilities Known(double[] achieved) => new(
        new ServiceGraph(
            [.. Names.Select(name => new GraphService(ServiceId.Of(name), ServiceType.Internal, null))],
            [.. Edges.Select(e => new GraphDependency(e.Caller, e.Callee, CommunicationMode.Sync, DependencyCriticality.Hard, null, null))]),
        [.. achieved.Select(a => (double?)a)],
        new double?[Names.Count],
        default);

    private bool IsUp(int vertex, int failed) =>
        !IsIn(failed, vertex) && Edges.Where(e => e.Caller == vertex).All(e => IsUp(e.Callee, failed));

    private static bool IsIn(int set, int vertex) => (set & (1 << vertex)) != 0;
}
