using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Tests.Discovery;

/// <summary>Serves the lists of a small cluster over http on this machine, as a proxy to a real one would.</summary>
internal sealed class ClusterProxy : IAsyncDisposable
{
    private const string Services = """
        {"kind":"ServiceList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":[
          {"metadata":{"name":"discovered-cart","namespace":"shop","annotations":{"slo-functions.io/team":"baskets","slo-functions.io/depends-on":"discovered-store"}},
           "spec":{"type":"ClusterIP","selector":{"app":"cart"}}}]}
        """;

    private const string Deployments = """
        {"kind":"DeploymentList","apiVersion":"apps/v1","metadata":{"resourceVersion":"7"},"items":[
          {"metadata":{"name":"cart","namespace":"shop"},"spec":{"replicas":3,"template":{"metadata":{"labels":{"app":"cart"}}}}}]}
        """;

    private const string ConfigMaps = """
        {"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":[
          {"metadata":{"name":"graph","namespace":"shop"},
           "data":{"cart":"[{\"source\":\"discovered-cart\",\"target\":\"discovered-bus\",\"attributes\":{\"communication_mode\":\"async\"}}, 7]"}}]}
        """;

    private readonly WebApplication app;

    private ClusterProxy(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    public static async Task<ClusterProxy> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.MapGet("/api/v1/services", () => Results.Text(Services, "application/json"));
        server.MapGet("/apis/apps/v1/deployments", () => Results.Text(Deployments, "application/json"));
        server.MapGet("/api/v1/configmaps", () => Results.Text(ConfigMaps, "application/json"));
        await server.StartAsync();
        return new ClusterProxy(server);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
