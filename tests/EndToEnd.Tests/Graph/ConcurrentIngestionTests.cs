using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Graph;

[Collection(PlainAppTests.Name)]
public sealed class ConcurrentIngestionTests(PlainApp app)
{
    private const int Clients = 20;

    [Fact]
    public async Task Overlapping_graphs_sent_at_once_are_all_taken_in()
    {
        var graphs = Enumerable.Range(0, Clients).Select(client => Enumerable.Range(client * 5, 25).Select(Edge).ToArray()).ToArray();

        var answers = await Task.WhenAll(graphs.Select(edges => app.Api.IngestAsync(Body(edges))));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Accepted);
        answers.Select(a => a.Json.GetProperty("ingestion_id").GetGuid()).ShouldBeUnique();
        var services = graphs.SelectMany(g => g).SelectMany(e => new[] { e.Source, e.Target }).Distinct();
        (await GraphWalk.EdgesAsync(app.Api, services, "?depth=1")).ShouldBe(graphs.SelectMany(g => g).Distinct(), ignoreOrder: true);
    }

    private static StoredEdge Edge(int i) => new($"overlap-{i}", $"overlap-{i + 1 + (i % 3)}", "sync", "hard", "http", i, null);

    // Each client names its edges in an order of its own, as clients do.
    private static string Body(StoredEdge[] edges) =>
        JsonSerializer.Serialize(new { source = "manual", edges = edges.OrderBy(e => (e.TimeoutMs * 7919) % 31).Select(e => e.ToBody()) });

    [Fact]
    public async Task A_graph_that_grows_meanwhile_can_be_compared()
    {
        var growing = Task.Run(async () =>
        {
            for (int i = 0; i < 60; i++)
                (await app.Api.IngestAsync($$"""{"source":"manual","edges":[{"source":"growing-{{i}}","target":"growing-{{i + 1}}"}]}""")).ShouldBe(HttpStatusCode.Accepted);
        });

        while (!growing.IsCompleted)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Api.GetAsync("/api/v1/graph/divergence")));
            answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
        }

        await growing;
    }
}
