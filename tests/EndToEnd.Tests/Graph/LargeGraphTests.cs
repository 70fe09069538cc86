using System.Globalization;
using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Graph;

[Collection(PlainAppTests.Name)]
public sealed class LargeGraphTests(PlainApp app)
{
    private const int Services = 500;
    private const int Edges = 2_000;

    private static readonly string[] Criticalities = ["critical", "high", "medium", "low"];
    private static readonly string[] Kinds = ["hard", "soft", "degraded"];

    [Fact]
    public async Task Five_hundred_services_and_two_thousand_dependencies_are_read_back_exactly()
    {
        var random = new Random(500);
        var edges = Draw(random);
        var nodes = Enumerable.Range(0, Services).Select(Node).ToArray();

        var receipt = (await app.Api.IngestAsync(Body(nodes, edges))).ShouldBe(HttpStatusCode.Accepted);
        receipt.GetProperty("nodes_received").GetInt32().ShouldBe(Services);
        receipt.GetProperty("edges_received").GetInt32().ShouldBe(Edges);

        var all = await GraphWalk.ServicesAsync(app.Api, pageSize: 37);
        all.Select(s => s.GetProperty("service_id").GetString()).ShouldBeUnique();
        var stored = all.Where(s => s.GetProperty("service_id").GetString()!.StartsWith("large-", StringComparison.Ordinal)).ToArray();
        stored.Select(s => s.GetProperty("service_id").GetString()).ShouldBe(Enumerable.Range(0, Services).Select(Id));
        for (int i = 0; i < Services; i++)
        {
            stored[i].GetProperty("team").GetString().ShouldBe($"team {i % 7}");
            stored[i].GetProperty("criticality").GetString().ShouldBe(Criticalities[i % 4]);
            stored[i].GetProperty("tier").GetInt32().ShouldBe(i % 4);
            stored[i].GetProperty("discovered").GetBoolean().ShouldBeFalse();
            stored[i].GetProperty("metadata").GetProperty("runtime").GetString().ShouldBe($"runtime-{i % 3}");
        }

        (await GraphWalk.EdgesAsync(app.Api, Enumerable.Range(0, Services).Select(Id), "?direction=downstream&depth=1")).ShouldBe(edges, ignoreOrder: true);
    }

    private static HashSet<StoredEdge> Draw(Random random)
    {
        var edges = new Dictionary<(int, int), StoredEdge>();
        while (edges.Count < Edges)
        {
            int source = random.Next(Services), target = random.Next(Services);
            if (source == target) continue;
            int i = edges.Count;
            edges[(source, target)] = new StoredEdge(
                Id(source),
                Id(target),
                i % 5 == 0 ? "async" : "sync",
                Kinds[i % 3],
                i % 4 == 0 ? null : "grpc",
                i % 6 == 0 ? null : i,
                i % 9 == 0 ? $$"""{"backoff_strategy":"exponential","max_retries":{{i % 5}}}""" : null);
        }

        return [.. edges.Values];
    }

    private static object Node(int i) => new
    {
        service_id = Id(i),
        metadata = new { team = $"team {i % 7}", criticality = Criticalities[i % 4], tier = i % 4, runtime = $"runtime-{i % 3}" },
    };

    private static string Id(int i) => i.ToString("'large-'000", CultureInfo.InvariantCulture);

    private static string Body(object[] nodes, IEnumerable<StoredEdge> edges) =>
        JsonSerializer.Serialize(new { source = "manual", nodes, edges = edges.Select(e => e.ToBody()) });
}
