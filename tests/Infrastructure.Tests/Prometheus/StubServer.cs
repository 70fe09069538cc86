using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>An HTTP server that answers as a test tells it to, badly for the most part.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    public const string Empty = """{"status":"success","data":{"resultType":"matrix","result":[]}}""";

    private readonly Channel<DateTimeOffset> arrivals = Channel.CreateUnbounded<DateTimeOffset>();
    private readonly List<DateTimeOffset> times = [];
    private WebApplication? app;

    private StubServer()
    {
    }

    /// <summary>How the next requests are answered.</summary>
    public RequestDelegate Answer { get; set; } = Text(Empty);

    public FakeClock Clock { get; } = new(MetricsText.Origin);

    public PrometheusOptions Options { get; } = new();

    /// <summary>When requests came in, in seconds of the clock since the start.</summary>
    public IReadOnlyList<double> Arrivals
    {
        get
        {
            lock (times)
                return [.. times.Select(t => (t - MetricsText.Origin).TotalSeconds)];
        }
    }

    public static async Task<StubServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new StubServer { app = builder.Build() };
        stub.app.Run(stub.HandleAsync);
        await stub.app.StartAsync();
        stub.Options.Url = stub.app.Urls.Single();
        return stub;
    }

    /// <summary>Always this answer.</summary>
    public static RequestDelegate Text(string body, int status = 200, string type = "application/json") => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body);
    };

    /// <summary>No answer, ever.</summary>
    public static Task Never(HttpContext context) =>
        Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    /// <summary>Completes when the next request is there.</summary>
    public async Task NextArrivalAsync() => await arrivals.Reader.ReadAsync();

    public async ValueTask DisposeAsync() => await app!.DisposeAsync();

    private Task HandleAsync(HttpContext context)
    {
        lock (times)
            times.Add(Clock.GetUtcNow());
        arrivals.Writer.TryWrite(Clock.GetUtcNow());
        return Answer(context);
    }
}
