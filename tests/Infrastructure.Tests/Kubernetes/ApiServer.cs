using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SloFunctions.Infrastructure.Kubernetes;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Kubernetes;

/// <summary>
/// Lists objects over HTTPS in the way a Kubernetes API server does: bearer tokens, permissions for each resource, label
/// selectors, pages over one snapshot with continue tokens that expire, Status objects for errors. It is not a real API
/// server, which cannot be installed where these tests run: what it does is written from the documented API.
/// </summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private readonly ClusterCertificates certificates = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("slofunctions-");
    private readonly List<(string Resource, JsonObject Object)> objects = [];
    private readonly List<JsonObject[]> snapshots = [];
    private readonly List<(string Target, DateTimeOffset Time)> requests = [];
    private readonly Channel<bool> arrivals = Channel.CreateUnbounded<bool>();
    private WebApplication app = null!;

    private ApiServer()
    {
    }

    public FakeClock Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero));

    public KubernetesOptions Options { get; } = new() { Enabled = true, Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>The token that is accepted.</summary>
    public string Token { get; set; } = "";

    /// <summary>Resources that may not be listed.</summary>
    public HashSet<string> Forbidden { get; } = [];

    /// <summary>The server's own limit of a page.</summary>
    public int MostOnPage { get; set; } = int.MaxValue;

    /// <summary>How many of the next continue tokens have expired when they come back.</summary>
    public int Expiring { get; set; }

    /// <summary>How the next requests are answered instead, one each.</summary>
    public Queue<RequestDelegate> Instead { get; } = [];

    /// <summary>Paths with queries of all requests.</summary>
    public IReadOnlyList<string> Targets => [.. requests.Select(r => r.Target)];

    /// <summary>When requests came in, in seconds of the clock since the first.</summary>
    public IReadOnlyList<double> Arrivals => [.. requests.Select(r => (r.Time - requests[0].Time).TotalSeconds)];

    public static async Task<ApiServer> StartAsync()
    {
        var server = new ApiServer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(server.certificates.Server)));
        server.app = builder.Build();
        server.app.Run(server.HandleAsync);
        await server.app.StartAsync();
        server.Options.ApiServer = server.app.Urls.Single();
        server.Options.CaFile = server.Write("ca.crt", server.certificates.AuthorityPem);
        server.Rotate("first-token");
        return server;
    }

    /// <summary>Puts a file beside the token.</summary>
    public string Write(string name, string text)
    {
        string file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Replaces the token, on both sides.</summary>
    public void Rotate(string token)
    {
        Token = token;
        Options.TokenFile = Write("token", token + "\n");
    }

    /// <summary>Adds an object.</summary>
    public void Add(string resource, string @namespace, string name, object more)
    {
        var json = JsonSerializer.SerializeToNode(more)!.AsObject();
        var metadata = (json["metadata"] ??= new JsonObject()).AsObject();
        (metadata["namespace"], metadata["name"], metadata["uid"]) = (@namespace, name, "c0ffee");
        objects.Add((resource, json));
    }

    /// <summary>Removes an object.</summary>
    public void Remove(string name) => objects.RemoveAll(o => o.Object["metadata"]!["name"]!.GetValue<string>() == name);

    /// <summary>Completes when the next request is there.</summary>
    public async Task NextArrivalAsync() => await arrivals.Reader.ReadAsync();

    /// <summary>An error as the server writes it.</summary>
    public static RequestDelegate Status(int code, string reason = "", string? retryAfter = null) => async context =>
    {
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        context.Response.StatusCode = code;
        await context.Response.WriteAsJsonAsync(
            new { kind = "Status", apiVersion = "v1", metadata = new { }, status = "Failure", message = $"about {reason}", reason, code });
    };

    /// <summary>Any text.</summary>
    public static RequestDelegate Text(string text) => context => context.Response.WriteAsync(text);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificates.Dispose();
        folder.Delete(recursive: true);
    }

    private Task HandleAsync(HttpContext context)
    {
        lock (requests)
        {
            requests.Add((context.Request.Path + context.Request.QueryString.Value, Clock.GetUtcNow()));
            arrivals.Writer.TryWrite(true);
            return Answer(context.Request)(context);
        }
    }

    private RequestDelegate Answer(HttpRequest request)
    {
        if (Instead.TryDequeue(out var instead)) return instead;
        if (request.Headers.Authorization != $"Bearer {Token}") return Status(401, "Unauthorized");
        string[] path = request.Path.Value!.Trim('/').Split('/');
        string resource = path[^1];
        if (Forbidden.Contains(resource)) return Status(403, "Forbidden");
        string? @namespace = path is [.., "namespaces", var named, _] ? named : null;
        string root = string.Join('/', @namespace is null ? path[..^1] : path[..^3]);
        if (root != (resource == "deployments" ? "apis/apps/v1" : "api/v1")) return Status(404, "NotFound");
        return Page(request.Query, resource, @namespace);
    }

    private RequestDelegate Page(IQueryCollection query, string resource, string? @namespace)
    {
        int limit = Math.Min(int.Parse(query["limit"].ToString()), MostOnPage);
        var (snapshot, start) = (snapshots.Count, 0);
        if (query["continue"].ToString() is { Length: > 0 } token)
        {
            if (Expiring-- > 0) return Status(410, "Expired");
            var position = JsonSerializer.Deserialize<int[]>(Convert.FromBase64String(token))!;
            (snapshot, start) = (position[0], position[1]);
        }
        else
        {
            snapshots.Add([.. objects.Where(o => o.Resource == resource && IsIn(o.Object, @namespace) && Has(o.Object, query["labelSelector"].ToString())).Select(o => o.Object)]);
        }

        var all = snapshots[snapshot];
        int end = Math.Min(start + limit, all.Length);
        string next = end < all.Length ? Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new[] { snapshot, end })) : "";
        return context => context.Response.WriteAsJsonAsync(
            new { kind = "List", apiVersion = "v1", metadata = new { resourceVersion = "7", @continue = next }, items = all[start..end] });
    }

    private static bool IsIn(JsonObject item, string? @namespace) => @namespace is null || item["metadata"]!["namespace"]!.GetValue<string>() == @namespace;

    private static bool Has(JsonObject item, string selector) =>
        selector.Length == 0 || item["metadata"]!["labels"]?[selector.Split('=')[0]]?.GetValue<string>() == selector.Split('=')[1];
}
