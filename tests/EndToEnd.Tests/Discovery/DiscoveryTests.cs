using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using EndToEnd.Tests.App;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Discovery;

public sealed class DiscoveryTests
{
    [OwnHostFact]
    public async Task What_traces_and_the_cluster_show_is_in_the_graph_after_a_run()
    {
        await using var cluster = await ClusterProxy.StartAsync();
        await using var app = await StartAsync(cluster.Url);

        await FireAsync(app.Api);

        // Kubernetes is asked last, so that its edge tells of the end of the run.
        var cart = await Eventually.GetAsync(
            () => app.Api.GetAsync(Api.Dependencies("discovered-cart", "?direction=downstream&depth=1")),
            answer => answer.Status == HttpStatusCode.OK && answer.Text.Contains("discovered-bus", StringComparison.Ordinal));
        Edges(cart).ShouldBe(
        [
            "discovered-cart -> discovered-bus async kubernetes",
            "discovered-cart -> discovered-queue async otel_service_graph",
            "discovered-cart -> discovered-store sync otel_service_graph",
        ]);
        var node = cart.Json.GetProperty("nodes").EnumerateArray().Single(n => n.GetProperty("service_id").GetString() == "discovered-cart");
        (node.GetProperty("team").GetString(), node.GetProperty("discovered").GetBoolean()).ShouldBe(("baskets", false));
        node.GetProperty("metadata").GetProperty("replicas").GetInt32().ShouldBe(3);

        var web = await app.Api.GetAsync(Api.Dependencies("discovered-web", "?direction=downstream&depth=1"));
        Edges(web).ShouldBe(["discovered-web -> discovered-cart sync otel_service_graph"]);
        web.Json.GetProperty("nodes").EnumerateArray().Single(n => n.GetProperty("service_id").GetString() == "discovered-web")
            .GetProperty("discovered").GetBoolean().ShouldBeTrue();
        (await app.Api.GetAsync(Api.Dependencies("user"))).ShouldBeProblem(HttpStatusCode.NotFound);
        (await app.Api.GetAsync(Api.Dependencies("discovered-past"))).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [OwnHostFact]
    public async Task A_metric_store_that_is_down_does_not_keep_the_cluster_from_being_stored()
    {
        await using var cluster = await ClusterProxy.StartAsync();
        await using var app = await StartAsync(cluster.Url);
        await app.Prometheus.StopAsync();

        await FireAsync(app.Api);

        var cart = await Eventually.GetAsync(
            () => app.Api.GetAsync(Api.Dependencies("discovered-cart", "?direction=downstream&depth=1")),
            answer => answer.Status == HttpStatusCode.OK);
        Edges(cart).ShouldBe(
            ["discovered-cart -> discovered-bus async kubernetes", "discovered-cart -> discovered-store sync kubernetes"]);
    }

    private static Task<RunningApp> StartAsync(string apiServer) => RunningApp.StartAsync(
        PrometheusBlocks.ServeAsync(Calls(DateTimeOffset.UtcNow)),
        new Dictionary<string, string> { ["Kubernetes__Enabled"] = "true", ["Kubernetes__ApiServer"] = apiServer });

    private static async Task FireAsync(Api api)
    {
        var fired = await api.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/admin/functions/DiscoverGraph") { Content = new StringContent("{}") });
        fired.Status.ShouldBe(HttpStatusCode.Accepted);
    }

    private static IEnumerable<string> Edges(Answer subgraph) => subgraph.Json.GetProperty("edges").EnumerateArray().Select(Edge);

    private static string Edge(JsonElement edge) => string.Join(
        ' ',
        edge.GetProperty("source"),
        "->",
        edge.GetProperty("target"),
        edge.GetProperty("attributes").GetProperty("communication_mode"),
        edge.GetProperty("discovery_source"));

    /// <summary>Calls counted every minute of the last two hours.</summary>
    private static string Calls(DateTimeOffset now)
    {
        var text = new StringBuilder("# TYPE traces_service_graph_request counter\n");
        AddCalls(text, now, 120, 0, "client=\"discovered-web\",server=\"discovered-cart\"");
        AddCalls(text, now, 120, 0, "client=\"discovered-cart\",server=\"discovered-store\",connection_type=\"database\"");
        AddCalls(text, now, 10, 0, "client=\"discovered-cart\",server=\"discovered-queue\",connection_type=\"messaging_system\"");
        AddCalls(text, now, 120, 0, "client=\"user\",server=\"discovered-web\",connection_type=\"virtual_node\"");
        AddCalls(text, now, 130, 100, "client=\"discovered-past\",server=\"discovered-cart\"");
        return text.Append("# EOF\n").ToString();
    }

    private static void AddCalls(StringBuilder text, DateTimeOffset now, int first, int last, string labels)
    {
        for (int minutes = first; minutes >= last; minutes--)
            text.Append(CultureInfo.InvariantCulture, $"traces_service_graph_request_total{{{labels}}} {1000 - minutes} {now.AddMinutes(-minutes).ToUnixTimeSeconds()}\n");
    }
}
