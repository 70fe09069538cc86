using System.Text;
using System.Text.Json;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Recommendations;

/// <summary>
/// A shop whose checkout needs a payment service, a bank and one of two caches nobody measures; 30 days of history without
/// a morning.
/// </summary>
internal sealed class Shop
{
    public static readonly DateTimeOffset Through = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private const string Graph = """
        {"source":"manual","nodes":[{"service_id":"bank","metadata":{"service_type":"external","published_sla":99.99}}],"edges":[
          {"source":"checkout","target":"payment"},{"source":"payment","target":"bank"},
          {"source":"checkout","target":"cache-a","attributes":{"redundancy_group":"caches"}},
          {"source":"checkout","target":"cache-b","attributes":{"redundancy_group":"caches"}},
          {"source":"checkout","target":"suggestions","attributes":{"criticality":"soft"}},
          {"source":"payment","target":"ledger","attributes":{"communication_mode":"async"}}]}
        """;

    private static readonly double[] Bounds = [0.05, 0.1, 0.25, 0.5, 1, 2.5];

    private Serving? serving;

    private Engine? engine;

    public FakeClock Clock { get; } = new(Through.AddMinutes(5));

    public InMemoryGraphStore Graphs { get; } = new();

    public InMemoryActiveSlos Slos { get; } = new();

    public InMemorySliStore Telemetry { get; } = new InMemorySliStore().Register("checkout", "payment", "bank", "silent", "short");

    public InMemoryRecommendationStore Store { get; } = new("checkout", "payment", "silent", "short");

    public SwitchedTelemetryHealth Health { get; } = new();

    public CountedIds Ids { get; } = new();

    public Engine Engine => engine ??= new Engine(Telemetry, Graphs, Slos, Store, Ids, Clock);

    public InMemoryGenerationLock Turns { get; } = new();

    public static async Task<Shop> OpenAsync()
    {
        var shop = new Shop();
        await shop.IngestAsync(Graph);
        var hours = Enumerable.Range(0, 720).Where(i => i is < 100 or >= 106).SelectMany(Hour);
        await shop.Telemetry.StoreAsync([.. hours, .. Enumerable.Range(700, 5).Select(i => At(i, "short", 100, 100, null))], CancellationToken.None);
        await shop.Telemetry.AdvanceAsync(Through, CancellationToken.None);
        return shop;
    }

    /// <summary>An instance of the app on the shop's stores.</summary>
    public Serving Serving => serving ??= Open();

    public async Task<string> GenerateAsync(string service, int days = 30, RecommendationMethod method = RecommendationMethod.Predictive)
    {
        var stored = await Generator().GenerateAsync(ServiceId.Of(service), days, method, CancellationToken.None);
        return Encoding.UTF8.GetString(stored.Answer.Json.Span);
    }

    /// <summary>A further instance of the app on the same stores.</summary>
    public Serving Open(RecommendationPolicy? policy = null) => new(Generator(), Store, Turns, Health, policy ?? new RecommendationPolicy(), Clock);

    public Task IngestAsync(string json) => new IngestGraph(Graphs, new CountedIds(), Clock).HandleAsync(
        JsonSerializer.Deserialize<GraphBody>(json, PublishedJson.Options), Callers.Administrator, CancellationToken.None);

    public Task<string> GetAsync(string? sliType = null, string? force = null, string service = "checkout", string? desired = null) =>
        Serving.GetAsync(service, sliType, force: force, desired: desired);

    private GenerateRecommendations Generator() => Engine.Generator();

    // Traffic follows the day; one evening goes wrong in the payment service and so at the checkout.
    private static ServiceHour[] Hour(int i)
    {
        long total = 50_000 + (2_000 * (i % 24));
        long failed = i == 450 ? total / 10 : total / 5_000;
        long[] latency = [total / 2, total * 9 / 10, total * 97 / 100, total * 995 / 1000, total - (total / 2_000), total - (total / 20_000), total];
        return
        [
            At(i, "checkout", total - failed - (total / 10_000), total, new LatencyHistogram(Bounds, latency)),
            At(i, "payment", total - failed, total, null),
            At(i, "bank", total - (total / 10_000), total, null),
        ];
    }

    private static ServiceHour At(int i, string service, long good, long total, LatencyHistogram? latency) => new(
        ServiceId.Of(service),
        new HourlySli(Through.AddHours(i - 720), new SliCounts(good, total), latency, latency is null ? null : 36));
}
