using System.Globalization;
using System.Text.Json;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Recommendations;

/// <summary>Services whose availability is the same in every hour of two days.</summary>
internal sealed class KnownServices
{
    private const int Requests = 1_000_000_000;

    private static readonly DateTimeOffset Through = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeClock clock = new(Through.AddMinutes(5));
    private readonly InMemoryGraphStore graphs = new();
    private readonly InMemorySliStore telemetry = new();
    private readonly InMemoryRecommendationStore store;

    private KnownServices(string[] services) => store = new InMemoryRecommendationStore(services);

    public InMemoryActiveSlos Slos { get; } = new();

    /// <summary>Services with what is observed of them, as <c>a:0.99 b:0.999</c>, and the rest of a submission: its edges and nodes.</summary>
    public static async Task<KnownServices> OfAsync(string observed, string edges, string nodes = "")
    {
        var parsed = observed.Split(' ').Select(o => o.Split(':')).Select(o => (Service: o[0], Ratio: decimal.Parse(o[1], CultureInfo.InvariantCulture))).ToArray();
        string[] services = [.. parsed.Select(p => p.Service)];
        var known = new KnownServices(services);
        known.telemetry.Register(services);
        await known.telemetry.StoreAsync([.. parsed.SelectMany(p => Enumerable.Range(1, 48).Select(i => Hour(p.Service, p.Ratio, i)))], CancellationToken.None);
        await known.telemetry.AdvanceAsync(Through, CancellationToken.None);
        string[] registered = [.. services.Select(s => $$"""{"service_id":"{{s}}"}""").Where(s => !nodes.Contains(s[..^1], StringComparison.Ordinal))];
        var body = JsonSerializer.Deserialize<GraphBody>(
            $$"""{"source":"manual","nodes":[{{string.Join(',', registered.Concat(nodes.Length > 0 ? [nodes] : []))}}],"edges":[{{edges}}]}""", PublishedJson.Options);
        (await new IngestGraph(known.graphs, new CountedIds(), known.clock).HandleAsync(body, Callers.Administrator, CancellationToken.None)).Error.ShouldBeNull();
        return known;
    }

    /// <summary>A hard dependency of a submission, in a group or not.</summary>
    public static string Edge(string source, string target, string? group = null) => group is null
        ? $$"""{"source":"{{source}}","target":"{{target}}"}"""
        : $$$"""{"source":"{{{source}}}","target":"{{{target}}}","attributes":{"redundancy_group":"{{{group}}}"}}""";

    /// <summary>Hard dependencies along a chain, as <c>a&gt;b&gt;c</c>.</summary>
    public static string Chain(string services)
    {
        string[] chain = services.Split('>');
        return string.Join(',', chain.Zip(chain.Skip(1), (a, b) => Edge(a, b)));
    }

    /// <summary>A service of another provider.</summary>
    public static string External(string service, double sla) =>
        string.Create(CultureInfo.InvariantCulture, $$$"""{"service_id":"{{{service}}}","metadata":{"service_type":"external","published_sla":{{{sla}}}}}""");

    /// <summary>The recommendations of a service, as they are answered.</summary>
    public async Task<JsonElement> RecommendAsync(string service, string? desired = null)
    {
        var generator = new Engine(telemetry, graphs, Slos, store, new CountedIds(), clock).Generator();
        var serving = new Serving(generator, store, new InMemoryGenerationLock(), new SwitchedTelemetryHealth(), new RecommendationPolicy(), clock);
        return JsonSerializer.Deserialize<JsonElement>(await serving.GetAsync(service, days: "7", desired: desired, method: "historical_percentile"));
    }

    /// <summary>What dependencies allow and cost a service.</summary>
    public async Task<JsonElement> ImpactAsync(string service) =>
        (await RecommendAsync(service)).GetProperty("recommendations")[0].GetProperty("explanation").GetProperty("dependency_impact");

    private static ServiceHour Hour(string service, decimal ratio, int hoursAgo) =>
        new(ServiceId.Of(service), new HourlySli(Through.AddHours(-hoursAgo), new SliCounts((long)(ratio * Requests), Requests), null, null));
}
