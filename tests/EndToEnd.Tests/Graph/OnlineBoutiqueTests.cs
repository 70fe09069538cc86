using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;
using SloFunctions.Testing;

namespace EndToEnd.Tests.Graph;

[Collection(PlainAppTests.Name)]
public sealed class OnlineBoutiqueTests(PlainApp app)
{
    [ReferenceGraphFact]
    public async Task A_graph_found_in_traces_is_read_back_whole()
    {
        string text = await File.ReadAllTextAsync(Path.Combine(SharedData.Path!, "nezha", "online-boutique-graph.json"));
        var submitted = JsonSerializer.Deserialize<JsonElement>(text);
        string[] services = [.. submitted.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("service_id").GetString()!)];

        (await app.Api.IngestAsync(text)).ShouldBe(HttpStatusCode.Accepted);

        var edges = await GraphWalk.EdgesAsync(app.Api, services, "?direction=both&depth=10");
        edges.ShouldBe(submitted.GetProperty("edges").EnumerateArray().Select(StoredEdge.Read), ignoreOrder: true);
        services.Length.ShouldBe(10);
        edges.Count.ShouldBe(13);

        var whole = (await app.Api.GetAsync(Api.Dependencies("frontend", "?direction=downstream&depth=10"))).ShouldBe(HttpStatusCode.OK);
        var nodes = whole.GetProperty("nodes").EnumerateArray().ToArray();
        nodes.Select(n => n.GetProperty("service_id").GetString()).ShouldBe(services, ignoreOrder: true);
        nodes.ShouldAllBe(n => n.GetProperty("metadata").GetProperty("namespace").GetString() == "online-boutique");
        whole.GetProperty("edges").EnumerateArray().ShouldAllBe(e => e.GetProperty("discovery_source").GetString() == "otel_service_graph");
    }
}
