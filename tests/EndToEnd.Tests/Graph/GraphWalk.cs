using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Graph;

/// <summary>Reads a graph back as a client would.</summary>
internal static class GraphWalk
{
    /// <summary>Every service, page by page.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ServicesAsync(Api api, int pageSize)
    {
        var services = new List<JsonElement>();
        string cursor = "";
        while (true)
        {
            var page = (await api.GetAsync($"/api/v1/services?limit={pageSize}{cursor}")).ShouldBe(HttpStatusCode.OK);
            services.AddRange(page.GetProperty("services").EnumerateArray());
            if (page.GetProperty("next_cursor").GetString() is not { } next) return services;
            page.GetProperty("services").GetArrayLength().ShouldBe(pageSize);
            cursor = $"&cursor={Uri.EscapeDataString(next)}";
        }
    }

    /// <summary>The distinct dependencies around each of these services.</summary>
    public static async Task<IReadOnlySet<StoredEdge>> EdgesAsync(Api api, IEnumerable<string> services, string query)
    {
        var edges = new HashSet<StoredEdge>();
        foreach (string service in services)
        {
            var subgraph = (await api.GetAsync(Api.Dependencies(service, query))).ShouldBe(HttpStatusCode.OK);
            edges.UnionWith(subgraph.GetProperty("edges").EnumerateArray().Select(StoredEdge.Read));
        }

        return edges;
    }
}
