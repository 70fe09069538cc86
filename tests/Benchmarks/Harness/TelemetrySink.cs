using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>An OpenTelemetry collector that takes everything in and keeps nothing, so that an app's telemetry is not free.</summary>
public sealed class TelemetrySink : IAsyncDisposable
{
    private readonly WebApplication server;

    private TelemetrySink()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapPost("/v1/{signal}", async context => await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted));
    }

    /// <summary>What an app needs to send its telemetry here.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = server.Urls.First(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    /// <summary>Starts it.</summary>
    public static async Task<TelemetrySink> StartAsync(CancellationToken cancellation)
    {
        var sink = new TelemetrySink();
        await sink.server.StartAsync(cancellation);
        return sink;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();
}
