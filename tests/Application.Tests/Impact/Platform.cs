using System.Text.Json;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Impact;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Impact;

/// <summary>
/// A gateway above a checkout above a payment service with a bank; two caches of which one is enough; reports that only listen;
/// two services that need each other.
/// </summary>
internal sealed class Platform
{
    public static readonly DateTimeOffset Through = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private const string Graph = """
        {"source":"manual","nodes":[{"service_id":"lonely"}],"edges":[
          {"source":"gateway","target":"checkout"},{"source":"checkout","target":"payment"},{"source":"payment","target":"bank"},
          {"source":"checkout","target":"cache-a","attributes":{"redundancy_group":"caches"}},
          {"source":"checkout","target":"cache-b","attributes":{"redundancy_group":"caches"}},
          {"source":"reports","target":"payment","attributes":{"communication_mode":"async"}},
          {"source":"audit","target":"reports"},
          {"source":"left","target":"right"},{"source":"right","target":"left"},{"source":"right","target":"bank"}]}
        """;

    private readonly InMemoryGraphStore graphs = new();

    private Platform()
    {
        var priors = new InMemoryFleetPriors();
        Availabilities = new ReadServiceAvailabilities(
            new InMemoryLandscapeVersions(graphs, Telemetry, Slos, priors), graphs, Telemetry, Slos, priors, new RecommendationPolicy(), Clock);
    }

    public FakeClock Clock { get; } = new(Through.AddMinutes(5));

    public InMemorySliStore Telemetry { get; } = new();

    public InMemoryActiveSlos Slos { get; } = new InMemoryActiveSlos().Activate("gateway", 0.995).Activate("checkout", 0.9965).Activate("payment", 0.999);

    public CountedIds Ids { get; } = new();

    public ReadServiceAvailabilities Availabilities { get; }

    public static async Task<Platform> OpenAsync()
    {
        var platform = new Platform();
        await platform.IngestAsync(Graph);
        await platform.ObserveAsync(
            ("bank", 9_995), ("payment", 9_985), ("cache-a", 9_900), ("cache-b", 9_800), ("checkout", 9_970), ("gateway", 9_960), ("left", 9_900), ("right", 9_950));
        await platform.Telemetry.AdvanceAsync(Through, CancellationToken.None);
        return platform;
    }

    public Task IngestAsync(string json) =>
        new IngestGraph(graphs, Ids, Clock).HandleAsync(JsonSerializer.Deserialize<GraphBody>(json, PublishedJson.Options), Callers.Administrator, CancellationToken.None);

    public async Task ObserveAsync(params (string Service, long Good)[] services)
    {
        Telemetry.Register([.. services.Select(s => s.Service)]);
        await Telemetry.StoreAsync(
            [.. services.Select(s => new ServiceHour(ServiceId.Of(s.Service), new HourlySli(Through.AddHours(-1), new SliCounts(s.Good, 10_000), null, null)))],
            CancellationToken.None);
    }

    public Task<string> ImpactAsync(string json) => AnswerAsync<ImpactBody, Application.Impact.Documents.ImpactDocument>(
        json, body => new AnalyseImpact(Availabilities, new CountedIds()).HandleAsync(body, CancellationToken.None));

    public Task<string> WhatIfAsync(string json) => AnswerAsync<WhatIfBody, Application.Impact.Documents.WhatIfDocument>(
        json, body => new AskWhatIf(Availabilities, new CountedIds()).HandleAsync(body, CancellationToken.None));

    public Task<string> FeasibilityAsync(string json) => AnswerAsync<FeasibilityBody, Application.Impact.Documents.FeasibilityDocument>(
        json, body => new FindFeasibility(Availabilities, new CountedIds()).HandleAsync(body, CancellationToken.None));

    // The answer, or the fields at fault, or the code where there are none.
    private static async Task<string> AnswerAsync<TBody, TDocument>(string json, Func<TBody?, Task<Result<TDocument>>> ask)
    {
        var result = await ask(JsonSerializer.Deserialize<TBody>(json, PublishedJson.Options));
        if (result.TryGet(out var document, out var error)) return JsonSerializer.Serialize(document, PublishedJson.Options);
        return error.Fields.Count > 0 ? error.Fields() : error.Code;
    }
}
