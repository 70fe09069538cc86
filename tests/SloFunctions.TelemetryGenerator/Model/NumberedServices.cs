using System.Globalization;
using SloFunctions.TelemetryGenerator.Traffic;

namespace SloFunctions.TelemetryGenerator.Model;

/// <summary>Ordinary services named by number, each calling up to three earlier ones, so that the graph stays acyclic.</summary>
internal static class NumberedServices
{
    private static readonly string[] Criticalities = ["low", "medium", "high", "critical"];

    public static void Append(List<ServiceDefinition> services, List<DependencyEdge> edges, int count, ulong seed)
    {
        for (var number = services.Count + 1; number <= count; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"svc-{number:D4}");
            var random = SplitMix64.For(seed, "definition/" + id);
            var tier = 1 + random.Below(3);
            var definition = new ServiceDefinition(
                id, SpecialCase.Ordinary, string.Create(CultureInfo.InvariantCulture, $"team-{1 + random.Below(12):D2}"),
                Criticalities[random.Below(4)], tier, "shop",
                RequestsPerSecond: Math.Round(0.2 * Math.Pow(400, random.NextDouble()), 3),
                BaseErrorRatio: Math.Round(0.00002 * Math.Pow(50, random.NextDouble()), 6),
                MedianSeconds: Math.Round(0.004 * Math.Pow(40, random.NextDouble()), 4),
                // Two series a service keep a fleet of thousands affordable.
                HasRareStatuses: false);
            AppendEdges(services, edges, id, ref random);
            services.Add(definition);
        }
    }

    private static void AppendEdges(List<ServiceDefinition> earlier, List<DependencyEdge> edges, string id, ref SplitMix64 random)
    {
        var wanted = Math.Min(earlier.Count, random.Below(4));
        HashSet<string> targets = [];
        while (targets.Count < wanted)
        {
            var target = earlier[random.Below(earlier.Count)];
            if (!targets.Add(target.Id))
            {
                continue;
            }

            var kind = random.Below(10);
            // A call to a service of a special case stays soft: its recorded case must not leak into others.
            var criticality = target.Case != SpecialCase.Ordinary ? "soft" : kind < 5 ? "hard" : kind < 8 ? "soft" : "degraded";
            var queued = criticality == "soft" && kind == 7;
            edges.Add(new(id, target.Id, criticality, queued ? "async" : "sync", queued ? "kafka" : kind % 2 == 0 ? "grpc" : "http",
                Math.Round(0.1 + 0.9 * random.NextDouble(), 2)));
        }
    }
}
