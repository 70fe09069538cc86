using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SloFunctions.Infrastructure.Tempo;

namespace SloFunctions.Infrastructure.Tests.Tempo;

/// <summary>Answers as the documentation of the Tempo HTTP API says, with what a test puts in.</summary>
internal sealed class StubTempo : IAsyncDisposable
{
    private readonly WebApplication app;

    private StubTempo(WebApplication app) => this.app = app;

    public TempoOptions Options { get; } = new();

    /// <summary>Path, query, credential and tenant of the requests.</summary>
    public List<(string Path, IQueryCollection Query, string Authorization, string Tenant)> Requests { get; } = [];

    /// <summary>How <c>/api/metrics/query</c> answers.</summary>
    public RequestDelegate Metrics { get; set; } = Quantiles();

    /// <summary>How <c>/api/search</c> answers.</summary>
    public RequestDelegate Search { get; set; } = Traces([]);

    public static async Task<StubTempo> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new StubTempo(builder.Build());
        stub.app.Run(stub.HandleAsync);
        await stub.app.StartAsync();
        stub.Options.Url = $"{stub.app.Urls.Single()}/tempo";
        return stub;
    }

    /// <summary>Quantiles over the whole time.</summary>
    public static RequestDelegate Quantiles(params (double Share, double Seconds)[] quantiles) => Json(new
    {
        series = quantiles.Select(q => new
        {
            labels = new[] { new { key = "p", value = new { doubleValue = q.Share } } },
            value = q.Seconds,
            promLabels = $"{{p=\"{q.Share}\"}}",
        }),
        metrics = new { inspectedBytes = "12345", completedJobs = 1, totalJobs = 1 },
    });

    /// <summary>Traces with root spans of these durations, each in a trace that goes on for a second after it.</summary>
    public static RequestDelegate Traces(IEnumerable<long> nanoseconds) => Json(new
    {
        traces = nanoseconds.Select((n, i) => new
        {
            traceID = $"{i:x32}",
            rootServiceName = "checkout",
            rootTraceName = "POST /pay",
            startTimeUnixNano = "1684778327699392724",
            durationMs = (n / 1_000_000) + 1000,
            spanSets = new[]
            {
                new { spans = new[] { new { spanID = "563d623c76514f8e", startTimeUnixNano = "1684778327735077898", durationNanos = $"{n}" } }, matched = 1 },
            },
        }),
        metrics = new { totalBlocks = 13 },
    });

    private static RequestDelegate Json<T>(T body) => Text(JsonSerializer.Serialize(body));

    /// <summary>Always this answer.</summary>
    public static RequestDelegate Text(string body, int status = 200) => async context =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    };

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        lock (Requests)
            Requests.Add((request.Path, request.Query, request.Headers.Authorization.ToString(), request.Headers["X-Scope-OrgID"].ToString()));
        return request.Path.Value switch
        {
            "/tempo/api/metrics/query" => Metrics(context),
            "/tempo/api/search" => Search(context),
            "/tempo/api/echo" => Text("echo")(context),
            _ => Text("404 page not found", 404)(context),
        };
    }
}
