using System.Text.Json;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Recommendations;

/// <summary>A few services of which some need others, each with a history of its own, different with every seed.</summary>
internal sealed class RandomShop
{
    private static readonly DateTimeOffset Through = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly double[][] Layouts = [[0.05, 0.1, 0.25, 0.5, 1, 2.5], [0.01, 0.02, 0.04, 0.08, 0.16, 0.32]];

    private readonly FakeClock clock = new(Through.AddMinutes(5));
    private readonly InMemoryGraphStore graphs = new();
    private readonly InMemorySliStore telemetry = new();
    private readonly InMemoryRecommendationStore store;
    private readonly Engine engine;
    private readonly SeededRandom random;

    private RandomShop(int seed)
    {
        random = new SeededRandom((ulong)seed);
        Services = [.. Enumerable.Range(0, 2 + random.Below(6)).Select(i => $"service-{(char)('a' + i)}")];
        store = new InMemoryRecommendationStore(Services);
        telemetry.Register(Services);
        engine = new Engine(telemetry, graphs, new InMemoryActiveSlos(), store, new CountedIds(), clock);
    }

    /// <summary>The first needs others, if any of them does.</summary>
    public string[] Services { get; }

    public static async Task<RandomShop> OpenAsync(int seed)
    {
        var shop = new RandomShop(seed);
        var body = JsonSerializer.Deserialize<GraphBody>(shop.Graph(), PublishedJson.Options);
        (await new IngestGraph(shop.graphs, new CountedIds(), shop.clock).HandleAsync(body, Callers.Administrator, CancellationToken.None)).Error.ShouldBeNull();
        foreach (string service in shop.Services)
        {
            shop.engine.Profiles.Classify(service, (Archetype)shop.random.Below(4));
            await shop.telemetry.StoreAsync([.. shop.History(service)], CancellationToken.None);
        }

        await shop.telemetry.AdvanceAsync(Through, CancellationToken.None);
        return shop;
    }

    /// <summary>The published recommendations of a service, with what they were computed from, as it is stored.</summary>
    public async Task<ReadableRecommendation> RecommendAsync(string service)
    {
        var id = ServiceId.Of(service);
        var stored = await engine.Generator().GenerateAsync(id, 30, RecommendationMethod.Predictive, CancellationToken.None);
        var replayable = await store.FindAsync(id, stored.Id, CancellationToken.None);
        var evidence = EvidenceContent.Read(replayable!.Evidence!);
        var fleet = FleetEvidenceContent.Read((await engine.Evidence.FindAsync(evidence.FleetEvidenceId, CancellationToken.None))!);
        var graph = new CurrentGraph(evidence.SnapshotId, (await graphs.FindAsync(evidence.SnapshotId!.Value, CancellationToken.None))!);
        return new ReadableRecommendation(
            JsonSerializer.Deserialize<JsonElement>(stored.Answer.Json.Span),
            evidence,
            DownstreamLandscape.Of(ServiceLandscape.Of(graph, fleet), id));
    }

    private string Graph()
    {
        var edges = new List<string>();
        for (int i = 1; i < Services.Length; i++)
        {
            string group = random.Below(3) == 0 ? ""","attributes":{"redundancy_group":"spare"}""" : "";
            edges.Add($$"""{"source":"{{Services[random.Below(i)]}}","target":"{{Services[i]}}"{{group}}}""");
        }

        string external = random.Below(2) == 0 ? $$$"""{"service_id":"{{{Services[^1]}}}","metadata":{"service_type":"external","published_sla":99.95}}""" : "";
        return $$"""{"source":"manual","nodes":[{{external}}],"edges":[{{string.Join(',', edges)}}]}""";
    }

    private IEnumerable<ServiceHour> History(string service)
    {
        int hours = 24 * (random.Below(4) == 0 ? 3 + random.Below(25) : 30 + random.Below(5));
        long traffic = (long)Math.Pow(10, 2 + random.Below(5));
        double errors = random.Below(4) == 0 ? 0 : Math.Pow(10, -2 - random.Below(4));
        double median = 0.01 * Math.Pow(2, random.Below(6));
        double? throttled = random.Below(3) == 0 ? null : random.Below(400);
        double[] layout = Layouts[random.Below(2)];
        bool hasLatency = random.Below(6) > 0;
        for (int i = 1; i <= hours; i++)
        {
            if (random.Below(50) == 0) continue;
            long total = traffic + random.Below((int)traffic);
            long bad = (long)(total * (random.Below(200) == 0 ? 0.2 : errors));
            var latency = hasLatency ? new LatencyHistogram(layout, [.. layout.Select(b => Within(b, median, total)), total]) : null;
            yield return new ServiceHour(
                ServiceId.Of(service), new HourlySli(Through.AddHours(-i), new SliCounts(total - bad, total), latency, latency is null ? null : throttled));
        }
    }

    // A log-logistic distribution: half of the requests within the median.
    private static long Within(double bound, double median, long total) => (long)(total / (1 + Math.Pow(median / bound, 3)));
}
